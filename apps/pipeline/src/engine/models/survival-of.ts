import { type ChurnModel, survivalByTenure } from '@clv/churn';
import { readNumbers } from '@clv/table';
import type { Columns } from '../../block/block.js';

/** The survival curves of the customers from one place up to another over the first so many months: customers x months, row-major. */
export type SurvivalCurves = (months: number, from: number, to: number) => Float64Array;

/**
 * How long customers stay; undefined where the model has not learned how churn depends on tenure. A customer whose tenure is blank
 * gets the constant hazard that their own probability implies.
 *
 * @param windowMonths the months within which the probabilities are those of leaving.
 */
export function survivalOf(
  { survival, encoding }: ChurnModel,
  columns: Columns,
  probabilities: Float64Array,
  windowMonths: number,
): SurvivalCurves | undefined {
  if (survival === undefined) return undefined;
  const tenures = readNumbers(columns, survival.tenure, { decimal: encoding.decimal });
  return (months, from, to) =>
    survivalByTenure(survival, {
      tenures: tenures.subarray(from, to),
      probabilities: probabilities.subarray(from, to),
      months,
      windowMonths,
    }).survival;
}
