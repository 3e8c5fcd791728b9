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

/**
 * How long customers stay; undefined where that is the constant hazard of their own probability: where the model has not learned
 * how churn depends on tenure, or cannot, as its labels tell of a window.
 */
export function survivalOf(
  { survival, encoding }: ChurnModel,
  columns: Columns,
  windowMonths: number,
): KnownSurvival | undefined {
  if (survival === undefined || isConstant(survival)) return undefined;
  const tenures = readNumbers(columns, survival.tenure, { decimal: encoding.decimal });
  return { model: survival, tenures, windowMonths };
}

const isConstant = ({ windowMonths, spans }: SurvivalModel) =>
  windowMonths !== undefined && spans.every(({ shape }) => shape === 0);
