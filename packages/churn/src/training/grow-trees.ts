import type { GrowControl, GrownTrees, TreeEngine, TreeParams } from '../engine/tree-engine.js';
import { type SomeExamples, copyExamples, selectExamples, setApart } from './set-apart.js';

/** Where fewer than this share of the customers watched, growing again with them would change nothing. */
const worthGrowingAgain = 0.1;

/**
 * Grows trees from some rows of the customers. To stop early, a part of them is set apart to watch; when that has told how many rounds
 * are enough, the trees are grown again from all.
 */
export async function growTrees(
  engine: TreeEngine,
  { customers, rows }: SomeExamples,
  params: Required<TreeParams>,
  control: GrowControl,
): Promise<GrownTrees> {
  const from = (some: Uint32Array) => selectExamples(customers, some);
  if (params.earlyStoppingRounds === 0) return engine.grow(from(rows), params, control);
  const { learners, watchers } = setApart(customers.labels, rows, control.seed);
  const watching = { ...control, watchers: copyExamples(customers, watchers) };
  const watched = await engine.grow(from(learners), params, watching);
  if (watchers.length < worthGrowingAgain * rows.length) return watched;
  return engine.grow(from(rows), { ...params, rounds: watched.trees.trees.length }, control);
}
