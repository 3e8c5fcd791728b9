import { type ChurnModel, survivalCurve } from '@clv/churn';
import { readNumbers } from '@clv/table';

import type { Columns } from '../customers/load-customers.js';

/**
 * Survival curves, customers x months, row-major; undefined where the model has not learned how churn depends on tenure. A
 * customer whose tenure is blank gets the constant hazard that their own probability implies.
 *
 * @param span how many months, and the months within which the probabilities are those of leaving.
 */
export async function survivalOf(
  model: ChurnModel,
  columns: Columns,
  probabilities: Float64Array,
  { months, windowMonths }: { months: number; windowMonths: number },
): Promise<Float64Array | undefined> {
  if (model.survival === undefined) return undefined;
  const { tenure } = model.survival;
  const tenures = readNumbers(columns, tenure, { decimal: model.encoding.decimal });
  const blank: number[] = [];
  for (let row = 0; row < tenures.length; row++) if (Number.isNaN(tenures[row])) blank.push(row);
  for (const row of blank) tenures[row] = 0;
  const known = blank.length === 0 ? columns : { ...columns, [tenure]: tenures };
  const { survival } = await survivalCurve(model, known, { months, probabilities });
  for (const row of blank)
    for (let month = 1; month <= months; month++)
      survival[row * months + month - 1] = (1 - probabilities[row]) ** (month / windowMonths);
  return survival;
}
