import { randomSource } from '@clv/contracts';
import { readNumbers, type Schema, type TableLike } from '@clv/table';
import type { ResolvedOptions } from '../options.js';
import { drawn, everyRow, selectValues } from '../rows/select-rows.js';
import { stream } from '../rows/streams.js';
import { fitSurvival } from './fit-survival.js';
import type { SurvivalModel } from './survival-model.js';

/** So many customers show how long one stays. */
const enough = 200_000;

/** The survival of a table whose schema names the tenure, from held-out probabilities of the rows that are known. */
export function survivalOf(
  table: TableLike,
  { roles, decimal }: Schema,
  known: Uint32Array,
  outcomes: Float64Array,
  probabilities: Float64Array,
  { seed, windowMonths }: ResolvedOptions,
): { survival?: SurvivalModel } {
  const { tenure } = roles;
  if (tenure === undefined) return {};
  const some = drawn(everyRow(known.length), enough, randomSource(seed, stream.survival));
  const survival = fitSurvival(
    tenure,
    selectValues(selectValues(readNumbers(table, tenure, { decimal }), known), some),
    selectValues(outcomes, some),
    selectValues(probabilities, some),
    windowMonths,
  );
  return survival ? { survival } : {};
}
