import type { ChurnModel, SurvivalModel } from '@clv/churn';
import { readNumbers } from '@clv/table';
import type { Columns } from '../../block/block.js';

/** What the survival curves of customers are made of, next to their chance of leaving: plain data. */
export interface KnownSurvival {
  model: SurvivalModel;
  /** One entry a customer; one whose tenure is blank gets the constant hazard that their own probability implies. */
  tenures: Float64Array;
  /** The months within which the probabilities are those of leaving. */
  windowMonths: number;
}

/** How long customers stay; undefined where the model has not learned how churn depends on tenure. */
export function survivalOf(
  { survival, encoding }: ChurnModel,
  columns: Columns,
  windowMonths: number,
): KnownSurvival | undefined {
  if (survival === undefined) return undefined;
  const tenures = readNumbers(columns, survival.tenure, { decimal: encoding.decimal });
  return { model: survival, tenures, windowMonths };
}
