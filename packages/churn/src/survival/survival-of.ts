import { randomSource } from '@clv/contracts';
import { readNumbers, type Schema, type TableLike } from '@clv/table';
import type { ResolvedOptions } from '../options.js';
import { drawn, everyRow, selectValues } from '../rows/select-rows.js';
import { stream } from '../rows/streams.js';
import { fitSurvival } from './fit-survival.js';
import type { SurvivalModel } from './survival-model.js';

/** This many customers are enough to show how long one stays. */
const enough = 200_000;

/** Rows whose outcome is known, what came of them, and their held-out probabilities. */
interface HeldOut {
  known: Uint32Array;
  outcomes: Float64Array;
  probabilities: Float64Array;
}

/** The survival of a table whose schema names the tenure, from those who are known. */
export function survivalOf(
  table: TableLike,
  { roles, decimal }: Schema,
  { known, outcomes, probabilities }: HeldOut,
  { seed, windowMonths }: ResolvedOptions,
): { survival?: SurvivalModel } {
  const { tenure } = roles;
  if (tenure === undefined) return {};
  const some = drawn(everyRow(known.length), enough, randomSource(seed, stream.survival));
  const watched = {
    tenures: selectValues(selectValues(readNumbers(table, tenure, { decimal }), known), some),
    labels: selectValues(outcomes, some),
    probabilities: selectValues(probabilities, some),
  };
  const survival = fitSurvival(tenure, watched, windowMonths);
  return survival ? { survival } : {};
}
