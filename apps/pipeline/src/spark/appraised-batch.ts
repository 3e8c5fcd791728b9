import { Field, FixedSizeList, Float64, type RecordBatch, makeData } from 'apache-arrow';
import type { Choices } from '@clv/prescribe';

import { gainsOf } from '../blockwise/gains-of.js';
import type { Appraisal } from '../engine/appraise.js';
import type { OfferValues } from '../engine/prescribed-customers.js';
import type { Scorer } from '../engine/scorer.js';
import { takeMatrixRows, takeRows } from '../engine/take-rows.js';
import { type BatchColumn, arrowData } from '../stream/write-batches.js';

/** An appraisal as it travels from one step of a run to the next. */
export type Appraised = Pick<Appraisal, 'segment' | 'pChurn' | 'clv' | 'choices'> & { values: OfferValues };

/** No input has columns of these names. */
const named = (part: string) => `__clv_${part}`;

/** Whether a budget sees other gains and costs than those that are expected. */
const budgetSeesOthers = ({ risk_aversion, budget_basis = 'expected' }: Scorer) =>
  risk_aversion > 0 || budget_basis !== 'expected';

/** The names of the columns in which an appraisal travels. */
export const appraisedColumns = (scorer: Scorer): string[] =>
  ['segment', 'p_churn', 'clv', 'value', 'cost', ...(budgetSeesOthers(scorer) ? ['gain', 'spend'] : [])].map(
    named,
  );

/** The columns of an appraisal: numbers as they are, matrices as lists of one number an offer. */
export function toAppraisedBatch(
  scorer: Scorer,
  { segment, pChurn, clv, values, choices }: Appraised,
): BatchColumn[] {
  const lists = (numbers: Float64Array) => {
    const type = new FixedSizeList(scorer.offers.length, new Field('offer', new Float64(), false));
    const child = makeData({ type: new Float64(), data: numbers });
    return makeData({ type, length: segment.length, nullCount: 0, child });
  };
  const columns = [
    arrowData(segment),
    arrowData(pChurn),
    arrowData(clv),
    lists(values.value),
    lists(values.cost),
  ];
  const seen = budgetSeesOthers(scorer) ? [lists(choices.gain), lists(choices.cost)] : [];
  return [...columns, ...seen].map((data, i) => ({ name: appraisedColumns(scorer)[i], data }));
}

/** Reads them again. */
export function readAppraisedBatch(scorer: Scorer, batch: RecordBatch): Appraised {
  const offers = scorer.offers.length;
  const rows = batch.numRows;
  const columnOf = (part: string) => {
    const place = batch.schema.fields.findIndex(({ name }) => name === named(part));
    return batch.data.children[place];
  };
  const numbers = (part: string) => (columnOf(part).values as Float64Array).subarray(0, rows);
  const matrix = (part: string) =>
    (columnOf(part).children[0].values as Float64Array).subarray(0, rows * offers);
  const [value, cost] = [matrix('value'), matrix('cost')];
  const values = { value, cost, gain: gainsOf(value, offers) };
  const choices: Choices = {
    customers: rows,
    offers,
    gain: budgetSeesOthers(scorer) ? matrix('gain') : values.gain,
    cost: budgetSeesOthers(scorer) ? matrix('spend') : cost,
  };
  const segment = (columnOf('segment').values as Int32Array).subarray(0, rows);
  return { segment, pChurn: numbers('p_churn'), clv: numbers('clv'), values, choices };
}

/** The appraisal of some of the customers. */
export function takeAppraised(
  { segment, pChurn, clv, values, choices }: Appraised,
  rows: Int32Array,
): Appraised {
  const matrix = (all: Float64Array) => takeMatrixRows(all, choices.offers, rows);
  return {
    segment: takeRows(segment, rows),
    pChurn: takeRows(pChurn, rows),
    clv: takeRows(clv, rows),
    values: { value: matrix(values.value), cost: matrix(values.cost), gain: matrix(values.gain) },
    choices: {
      customers: rows.length,
      offers: choices.offers,
      gain: matrix(choices.gain),
      cost: matrix(choices.cost),
    },
  };
}
