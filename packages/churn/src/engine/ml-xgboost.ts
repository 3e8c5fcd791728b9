import { randomSource, type FeatureMatrix } from '@clv/contracts';
import { selectValues, selectRows, shuffle } from '../rows/select-rows.js';
import { stream } from '../rows/streams.js';
import { cutAtBest } from './cut-at-best.js';
import { decodeBooster } from './decode-booster.js';
import { loadMlXgboost } from './load-ml-xgboost.js';
import type { TreeEngine } from './tree-engine.js';

/** ml-xgboost passes its rows and labels, as float32, on the stack of its WebAssembly; a tenth is left for its calls. */
const stackBytes = 5_242_880 * 0.9;

/** What ml-xgboost takes for a missing value; a true -1 steps aside, downwards, where no split can tell the difference. */
const missing = -1;
const besideMissing = -1.0000001192092896;

/**
 * Trees by the npm package ml-xgboost (XGBoost 0.7 as WebAssembly). Too many rows are thinned to what it can hold. It
 * grows all its rounds; where some watch, those after the best are cut off.
 */
export const mlXgboostEngine: TreeEngine = {
  defaults: () => ({
    rounds: 100,
    eta: 0.1,
    maxDepth: 3,
    minChildWeight: 10,
    lambda: 1,
    subsample: 1,
    colsampleBytree: 0.4,
    earlyStoppingRounds: 0,
  }),

  async grow({ matrix, labels }, params, { seed, signal, watchers }) {
    const Booster = await loadMlXgboost();
    signal?.throwIfAborted();
    const rows = rowsThatFit(matrix, seed);
    const booster = new Booster({
      booster: 'gbtree',
      objective: 'binary:logistic',
      updater: 'grow_fast_histmaker',
      silent: 1,
      seed,
      iterations: params.rounds,
      eta: params.eta,
      max_depth: params.maxDepth,
      min_child_weight: params.minChildWeight,
      lambda: params.lambda,
      subsample: params.subsample,
      colsample_bytree: params.colsampleBytree,
    });
    try {
      booster.train(boosterRows(selectRows(matrix, rows)), Array.from(selectValues(labels, rows)));
      const trees = decodeBooster(Uint8Array.from(booster.toJSON().model));
      if (matrix.featureNames) trees.featureNames = [...matrix.featureNames];
      const kept = watchers ? await cutAtBest(trees, watchers) : trees;
      return { trees: kept, warnings: thinned(rows.length, matrix.rows) };
    } finally {
      booster.free();
    }
  },
};

function rowsThatFit({ rows, columns }: FeatureMatrix, seed: number): Uint32Array {
  const most = Math.floor(stackBytes / (4 * (columns + 1)));
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  if (rows <= most) return all;
  shuffle(all, randomSource(seed, stream.thinning));
  return all.slice(0, most).sort();
}

function thinned(kept: number, rows: number): string[] {
  if (kept === rows) return [];
  const share = `${kept.toLocaleString('en')} of ${rows.toLocaleString('en')}`;
  return [`ml-xgboost cannot hold all rows in its memory: it learned from ${share}, drawn at random`];
}

export function boosterRows({ data, rows, columns }: FeatureMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns), (value) => {
      if (Number.isNaN(value)) return missing;
      return value === missing ? besideMissing : value;
    }),
  );
}
