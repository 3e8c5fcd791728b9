import { offerColumn } from '@clv/contracts';
import type { Choices } from '@clv/prescribe';
import type { RecordBatch } from 'apache-arrow';

import { gainsOf } from '../../blockwise/appraisal/gains-of.js';
import type { Appraisal } from '../../engine/policy/appraise.js';
import type { Decided, OfferValues } from '../../engine/policy/prescribed-customers.js';
import type { Scorer } from '../../engine/policy/scorer.js';
import { sideBySide } from '../../engine/policy/side-by-side.js';
import { decisionColumns } from '../../run-folder/results/result-table.js';
import { type BatchColumn, arrowData, namedColumns } from '../../stream/write-batches.js';
import { columnOf } from './column-of.js';
import { numbersEach, readNumbersEach } from './numbers-each.js';

/** An appraisal as it travels from one step of a run to the next. */
export type Appraised = Pick<Appraisal, 'segment' | 'pChurn' | 'clv' | 'choices'> & { values: OfferValues };

/** No input has columns of these names. */
const named = (part: string) => `__clv_${part}`;

/** Says of a customer by 1 that it is open what they get. */
export const openColumn = named('open');

/** Whether a budget sees other gains and costs than those that are expected. */
const budgetSeesOthers = ({ risk_aversion, budget_basis = 'expected' }: Scorer) =>
  risk_aversion > 0 || budget_basis !== 'expected';

/** What travels with the results, one number per offer. */
const besideColumns = (scorer: Scorer): string[] =>
  ['cost', ...(budgetSeesOthers(scorer) ? ['gain', 'spend'] : [])].map(named);

/** The names of the columns in which an appraisal travels; those of the results say the rest of it. */
export const appraisedColumns = (scorer: Scorer): string[] => [
  ...['segment', 'p_churn', 'clv'],
  ...scorer.offers.map(({ id }) => offerColumn(id)),
  ...besideColumns(scorer),
];

/**
 * Customers with what they get, the rest of their appraisal, and of whom all of it may change.
 *
 * @param open 1 for those of whom it is open what they get, else 0.
 */
export function toAppraisedBatch(
  scorer: Scorer,
  { values, choices }: Appraised,
  customers: Decided,
  open: Int32Array,
): BatchColumn[] {
  const offers = scorer.offers.length;
  const beside = [values.cost, ...(budgetSeesOthers(scorer) ? [choices.gain, choices.cost] : [])];
  return [
    ...namedColumns(decisionColumns(customers)),
    ...besideColumns(scorer).map((name, i) => ({ name, data: numbersEach(beside[i], offers) })),
    { name: openColumn, data: arrowData(open) },
  ];
}

/** Reads an appraisal again. */
export function readAppraisedBatch(scorer: Scorer, batch: RecordBatch): Appraised {
  const { offers } = scorer;
  const numbers = (name: string) => columnOf(batch, name).values.subarray(0, batch.numRows) as Float64Array;
  const each = (part: string) => readNumbersEach(columnOf(batch, named(part)), batch.numRows, offers.length);
  const value = sideBySide(offers.map(({ id }) => numbers(offerColumn(id))));
  const cost = each('cost');
  const values = { value, cost, gain: gainsOf(value, offers.length) };
  const [gain, spend] = budgetSeesOthers(scorer) ? ['gain', 'spend'].map(each) : [values.gain, cost];
  const choices: Choices = { customers: batch.numRows, offers: offers.length, gain, cost: spend };
  const segment = columnOf(batch, 'segment').values.subarray(0, batch.numRows) as Int32Array;
  return { segment, pChurn: numbers('p_churn'), clv: numbers('clv'), values, choices };
}
