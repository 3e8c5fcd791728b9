import { evenlySpread } from '../block/evenly-spread-rows.js';
import { takeMatrixRows, takeRows, takeTableRows } from '../block/take-rows.js';
import type { EngineRun } from '../engine/engine-run.js';
import type { PrescribedCustomers } from '../engine/policy/prescribed-customers.js';

/** A browser draws so many customers without delay; of a run that was fitted on a sample it gets no more. */
const most = 200_000;

/** The customers whom the dashboard shows: all of them, or of a sample an even part. */
export function shownCustomers({ prescribed, fitted }: EngineRun): PrescribedCustomers {
  if (fitted === undefined || prescribed.rows <= most) return prescribed;
  const rows = evenlySpread(prescribed.rows, most);
  const { columns, id, labels, segment, pChurn, clv, decision, campaign } = prescribed;
  const { values, offers, choice } = decision;
  const matrix = (all: Float64Array) => takeMatrixRows(all, offers.length, rows);
  return {
    ...prescribed,
    rows: rows.length,
    columns: takeTableRows(columns, rows),
    id: { ...id, cells: takeRows(id.cells, rows) },
    labels: takeRows(labels, rows),
    segment: takeRows(segment, rows),
    pChurn: takeRows(pChurn, rows),
    clv: takeRows(clv, rows),
    campaign: campaign && {
      ...campaign,
      planned: takeRows(campaign.planned, rows),
      heldOut: takeRows(campaign.heldOut, rows),
    },
    decision: {
      ...decision,
      choice: takeRows(choice, rows),
      values: {
        ...values,
        customers: rows.length,
        value: matrix(values.value),
        cost: matrix(values.cost),
        gain: matrix(values.gain),
        pStay: matrix(values.pStay),
      },
    },
  };
}
