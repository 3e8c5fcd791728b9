import { randomSource } from '@clv/contracts';
import type { Examples } from '../engine/tree-engine.js';
import { selectValues, selectRows, shuffle, spreadOver } from '../rows/select-rows.js';
import { stream } from '../rows/streams.js';

/** Some rows of the customers. */
export interface SomeExamples {
  customers: Examples;
  rows: Uint32Array;
}

/** A fifth of the customers watch, but no more than tell the loss to a fraction of a percent. */
const share = 0.2;
const most = 20_000;

/** If a kind has more customers than this, they are drawn from this many, evenly spread: a shuffle of all would be no better. */
const drawnFrom = 100_000;

/** Divides rows into those that are learned from and those that watch, of equal churn rate, each in their order. */
export function setApart(
  labels: ArrayLike<number>,
  rows: Uint32Array,
  seed: number,
): { learners: Uint32Array; watchers: Uint32Array } {
  const random = randomSource(seed, stream.watchers);
  const part = Math.min(share, most / rows.length);
  const watches = new Uint8Array(rows.length);
  for (const places of placesByLabel(labels, rows)) {
    const some = spreadOver(places, drawnFrom);
    shuffle(some, random);
    for (const i of some.subarray(0, Math.round(places.length * part))) watches[i] = 1;
  }
  const learners = new Uint32Array(rows.length);
  const watchers = new Uint32Array(rows.length);
  let [learning, watching] = [0, 0];
  for (let i = 0; i < rows.length; i++)
    if (watches[i] === 1) watchers[watching++] = rows[i];
    else learners[learning++] = rows[i];
  return { learners: learners.slice(0, learning), watchers: watchers.slice(0, watching) };
}

/** Where among the rows those stand who churned, and where those who stayed. */
function placesByLabel(labels: ArrayLike<number>, rows: Uint32Array): [Uint32Array, Uint32Array] {
  const [churned, stayed] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  let [left, kept] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    const label = labels[rows[i]];
    if (label === 1) churned[left++] = i;
    else if (label === 0) stayed[kept++] = i;
  }
  return [churned.subarray(0, left), stayed.subarray(0, kept)];
}

/** Some rows to learn from: named where an engine has made the matrix ready, else copied. */
export function selectExamples(customers: Examples, rows: Uint32Array): Examples {
  return customers.quantiles ? { ...customers, rows } : copyExamples(customers, rows);
}

export function copyExamples({ matrix, labels }: Examples, rows: Uint32Array): Examples {
  return { matrix: selectRows(matrix, rows), labels: Float32Array.from(selectValues(labels, rows)) };
}
