import { randomSource } from '@clv/contracts';
import { rowsOfLabel, shuffle } from './select-rows.js';
import { stream } from './streams.js';

/**
 * Divides the rows whose label is known into parts of (nearly) equal size and equal churn rate.
 *
 * @param labels 1 churned, 0 stayed, -1 not known.
 * @returns the fold of each row, from 0; -1 where the label is not known.
 */
export function stratifiedFolds(labels: Int8Array, folds: number, seed: number): Int8Array {
  const foldOf = new Int8Array(labels.length).fill(-1);
  const random = randomSource(seed, stream.folds);
  let next = 0;
  for (const label of [1, 0]) {
    const rows = rowsOfLabel(labels, label);
    shuffle(rows, random);
    for (let i = 0; i < rows.length; i++) {
      foldOf[rows[i]] = next++;
      if (next === folds) next = 0;
    }
  }
  return foldOf;
}
