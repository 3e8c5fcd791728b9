import { randomSource } from '@clv/contracts';
import { customerIds } from './drawing/customer-ids.js';
import { Draw } from './drawing/draw.js';
import { assignOffers } from './offers/experiment.js';
import { treatmentOf } from './offers/offers.js';
import { leavingUnder } from './offers/response.js';
import { allocateTruth, truthWriter } from './offers/truth.js';
import type { Plan } from './options/options.js';
import type { Column, DrawnColumns } from './scenarios/scenario.js';

/** Customers are drawn in blocks of this many, each from a stream of its own. */
export const blockRows = 16_384;

/** Columns of this plan, in the table's order, for `rows` customers from row `from` on: all is empty but the ids. */
export function allocate(plan: Plan, from: number, rows: number): DrawnColumns {
  const columns = plan.scenario.allocate(rows);
  const { id } = plan.scenario.roles;
  if (id !== undefined) columns[id] = customerIds(rows, from + 1);
  if (plan.campaign) {
    columns.offer = new Array<string>(rows);
    columns.propensity = new Float64Array(rows);
    columns.outcome = new Uint8Array(rows);
  }
  return plan.truth ? { ...columns, ...allocateTruth(plan.offers, rows) } : columns;
}

/** Writes the first `rows` customers of one block into the columns, from row `offset` on. */
export function fillBlock(
  plan: Plan,
  block: number,
  columns: DrawnColumns,
  offset: number,
  rows: number,
): void {
  const { scenario, seed, offers, campaign } = plan;
  const draw = new Draw(randomSource(seed, block));
  const treatments = offers.map(treatmentOf);
  const assign = campaign && assignOffers(plan, campaign, block);
  const writeTruth = plan.truth ? truthWriter(offers, columns) : undefined;
  const labels = columns[scenario.roles.label!] as Column;
  const outcomes = columns.outcome as Uint8Array;
  const [stays, leaves] = scenario.labels;
  for (let row = offset; row < offset + rows; row++) {
    const customer = scenario.write(columns, row, draw);
    let { leaving } = customer;
    if (assign) leaving = leavingUnder(customer, treatments[assign(columns, row, customer)]);
    const left = draw.uniform() < leaving;
    labels[row] = left ? leaves : stays;
    if (assign) outcomes[row] = left ? 0 : 1;
    writeTruth?.(row, customer);
  }
}
