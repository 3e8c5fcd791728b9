import type { EngineName } from '../engine/engine-name.js';
import { engines } from '../engine/engines.js';
import type { Examples, GrownTrees, TreeParams } from '../engine/tree-engine.js';
import type { ResolvedOptions } from '../options.js';
import { growTrees } from './grow-trees.js';
import { tuneParams } from './tune.js';

export interface Learned extends GrownTrees {
  engine: EngineName;
  params: Required<TreeParams>;
}

/** Learns from some rows: looks for parameters where that is wanted, then grows trees. Nothing else is looked at. */
export type Learn = (rows: Uint32Array) => Promise<Learned>;

/** @param fits how often it will be called, for those who watch the progress. */
export async function learner(examples: Examples, options: ResolvedOptions, fits: number): Promise<Learn> {
  const { engine: name, tune, seed, signal, onProgress } = options;
  const engine = engines[name];
  const customers = (await engine.makeReady?.(examples)) ?? examples;
  let done = 0;
  return async (rows) => {
    signal?.throwIfAborted();
    const start = { ...engine.defaults(rows.length), ...options.params };
    const control = { seed, signal };
    const params = tune > 1 ? await tuneParams(engine, { customers, rows }, start, tune, control) : start;
    const grown = await growTrees(engine, { customers, rows }, params, control);
    onProgress?.(++done, fits);
    return { ...grown, engine: name, params };
  };
}
