import type { Examples, GrowControl, GrownTrees, TreeEngine, TreeParams } from '../engine/tree-engine.js';
import { setApart } from './set-apart.js';

/** Where fewer than this share of the customers watched, growing again with them would change nothing. */
const worthGrowingAgain = 0.05;

/**
 * Grows trees from customers. To stop early, a part of them is set apart to watch; when that has told how many rounds
 * are enough, the trees are grown again from all.
 */
export async function growTrees(
  engine: TreeEngine,
  examples: Examples,
  params: Required<TreeParams>,
  control: GrowControl,
): Promise<GrownTrees> {
  if (params.earlyStoppingRounds === 0) return engine.grow(examples, params, control);
  const { learners, watchers } = setApart(examples, control.seed);
  const watched = await engine.grow(learners, params, { ...control, watchers });
  if (watchers.labels.length < worthGrowingAgain * examples.labels.length) return watched;
  return engine.grow(examples, { ...params, rounds: watched.trees.trees.length }, control);
}
