import { type ChurnModel, survivalByTenure } from '@clv/churn';
import { readNumbers } from '@clv/table';
import type { Columns } from '../../block/block.js';

/**
 * Survival curves, customers x months, row-major; undefined where the model has not learned how churn depends on tenure. A
 * customer whose tenure is blank gets the constant hazard that their own probability implies.
 *
 * @param span how many months, and the months within which the probabilities are those of leaving.
 */
export function survivalOf(
  { survival, encoding }: ChurnModel,
  columns: Columns,
  probabilities: Float64Array,
  span: { months: number; windowMonths: number },
): Float64Array | undefined {
  if (survival === undefined) return undefined;
  const tenures = readNumbers(columns, survival.tenure, { decimal: encoding.decimal });
  return survivalByTenure(survival, { tenures, probabilities, ...span }).survival;
}
