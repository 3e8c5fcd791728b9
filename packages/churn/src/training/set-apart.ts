import { randomSource } from '@clv/contracts';
import { rowsWhere, selectValues, selectRows, shuffle } from '../rows.js';
import { stream } from '../streams.js';
import type { Examples } from '../engine/tree-engine.js';

/** A fifth of the customers watch, but no more than tell the loss to a fraction of a percent. */
const share = 0.2;
const most = 20_000;

/** Divides customers into those who are learned from and those who watch, of equal churn rate. */
export function setApart(examples: Examples, seed: number): { learners: Examples; watchers: Examples } {
  const { labels } = examples;
  const random = randomSource(seed, stream.watchers);
  const part = Math.min(share, most / labels.length);
  const watches = new Uint8Array(labels.length);
  for (const label of [1, 0]) {
    const rows = rowsWhere(labels.length, (row) => labels[row] === label);
    shuffle(rows, random);
    for (const row of rows.subarray(0, Math.round(rows.length * part))) watches[row] = 1;
  }
  const take = (kind: number) =>
    selectExamples(
      examples,
      rowsWhere(labels.length, (row) => watches[row] === kind),
    );
  return { learners: take(0), watchers: take(1) };
}

export function selectExamples({ matrix, labels }: Examples, rows: Uint32Array): Examples {
  return { matrix: selectRows(matrix, rows), labels: Float32Array.from(selectValues(labels, rows)) };
}
