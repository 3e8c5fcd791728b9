import { InvalidOptionError, unknownName } from '@clv/contracts';
import { readModel } from './model-file/read-model.js';
import type { GbdtModel } from './model.js';

/** How a feature's part in a model is measured, by XGBoost's names. */
export type ImportanceKind = 'gain' | 'cover' | 'weight';

const KINDS: readonly ImportanceKind[] = ['gain', 'cover', 'weight'];

/**
 * How much each feature contributes to a model, one number a column; 0 where no split uses it.
 *
 * @param kind `gain` (default): the mean loss saved by a split on the feature; `cover`: the mean sum of hessians that meets
 *   such a split; `weight`: how many splits use it. As XGBoost's `get_score(importance_type=kind)`.
 * @throws ModelFormatError, InvalidOptionError
 */
export function importance(model: GbdtModel, kind: ImportanceKind = 'gain'): Float64Array {
  if (!KINDS.includes(kind))
    throw new InvalidOptionError('kind', unknownName('importance', String(kind), KINDS));
  const { columns, trees } = readModel(model);
  const splits = new Float64Array(columns);
  const sums = new Float64Array(columns);
  for (const tree of trees)
    tree.left.forEach((child, node) => {
      if (child === -1) return;
      splits[tree.feature[node]]++;
      if (kind !== 'weight') sums[tree.feature[node]] += tree[kind][node];
    });
  return kind === 'weight'
    ? splits
    : sums.map((sum, column) => (splits[column] > 0 ? sum / splits[column] : 0));
}
