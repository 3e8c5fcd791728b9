import type { RandomSource } from '@clv/contracts';
import { squaredDistance, type Points } from './points.js';

/**
 * Rows to start from, drawn one after the other, each with a chance in proportion to its squared distance to the nearest
 * one before it (k-means++, Arthur and Vassilvitskii 2007). Of a few draws the one is taken that leaves the rows nearest,
 * as in ml-kmeans and scikit-learn. The points must hold at least k different rows.
 */
export function plusPlusCentres(points: Points, k: number, random: RandomSource): Float64Array {
  const { values, rows, dimensions } = points;
  const trials = 2 + Math.floor(Math.log(k));
  const centres = new Float64Array(k * dimensions);
  let nearest = new Float64Array(rows).fill(Infinity);
  let best = new Float64Array(rows);
  let tried = new Float64Array(rows);
  let total = Infinity;
  for (let c = 0; c < k; c++) {
    let chosen = 0;
    let least = Infinity;
    for (let trial = 0; trial < (c === 0 ? 1 : trials); trial++) {
      const row = c === 0 ? Math.floor(random() * rows) : drawRow(nearest, total, random);
      const left = approach(points, row, nearest, tried);
      if (left >= least) continue;
      [best, tried] = [tried, best];
      [chosen, least] = [row, left];
    }
    [nearest, best] = [best, nearest];
    total = least;
    centres.set(values.subarray(chosen * dimensions, (chosen + 1) * dimensions), c * dimensions);
  }
  return centres;
}

/** A row, with a chance in proportion to its weight. */
function drawRow(weights: Float64Array, total: number, random: RandomSource): number {
  let left = random() * total;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    last = i;
    left -= weights[i];
    if (left < 0) break;
  }
  return last;
}

/** Writes each row's squared distance to the nearest centre, were `centre` one of them; returns their sum. */
function approach(
  { values, rows, dimensions }: Points,
  centre: number,
  nearest: Float64Array,
  into: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const distance = squaredDistance(values, i * dimensions, values, centre * dimensions, dimensions);
    into[i] = Math.min(nearest[i], distance);
    sum += into[i];
  }
  return sum;
}
