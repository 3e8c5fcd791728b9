import { dot } from './joint-errors.js';
import { normalPosterior, type NormalPosterior } from './normal-posterior.js';

/** A linear regression that has found out how much each of its columns matters. */
export interface RelevanceRegression {
  /** Of each column; the first is the level. */
  weights: Float64Array;
  /** Of each group the variance of its weights about 0: how much it matters. */
  variances: Float64Array;
  /** A row varies about its mean by this, over its precision. */
  noise: number;
}

/** How much all columns together explain, as a share of the noise: what is thought at first, and the least and most of it. */
const explained = { first: 0.002, least: 1e-6, most: 1 };

/** Variances that move by less than this share have settled. */
const settled = 0.01;
const mostRounds = 50;

/**
 * Linear regression whose weights are normal about 0, in each group with the variance that makes the rows likeliest (automatic
 * relevance determination: MacKay 1992, Tipping 2001). A group of which rows tell nothing is left out: it takes few rows to
 * find the few columns that matter, and it leaves little to chance where none does.
 *
 * @param columns about as large as one standard deviation; the first is the level, whose weight is free.
 * @param groups of each column after the first its group, counted from 0; the weights of a group matter alike.
 * @param precision how much each row counts.
 */
export function relevanceRegression(
  columns: readonly Float64Array[],
  groups: readonly number[],
  y: Float64Array,
  precision: Float64Array,
): RelevanceRegression {
  const { products, targets, noise } = normalEquations(columns, y, precision);
  const count = Math.max(...groups) + 1;
  const [first, least, most] = [explained.first, explained.least, explained.most].map(
    (share) => (share * noise) / count,
  );
  const variances = new Float64Array(count).fill(first);
  const weights = new Float64Array(columns.length);
  if (noise === 0) return { weights, variances, noise };
  for (let round = 0, moved = Infinity; round < mostRounds && moved > settled; round++) {
    const kept = [...columns.keys()].filter((k) => k === 0 || variances[groups[k - 1]] > least);
    const told = posteriorOf(kept, (k) => variances[groups[k - 1]]);
    weights.fill(0);
    kept.forEach((k, i) => (weights[k] = told.means[i]));
    moved = 0;
    for (const [group, likeliest] of mackaysStep(kept, told)) {
      const next = Math.min(most, Math.max(least, likeliest));
      moved = Math.max(moved, Math.abs(Math.log(next / variances[group])));
      variances[group] = next;
    }
  }
  return { weights, variances, noise };

  function posteriorOf(kept: readonly number[], varianceOf: (k: number) => number): NormalPosterior {
    const information = kept.map((k, i) =>
      Float64Array.from(
        { length: i + 1 },
        (_, j) => products[k][kept[j]] / noise + (i === j && k > 0 ? 1 / varianceOf(k) : 0),
      ),
    );
    return normalPosterior(
      information,
      Float64Array.from(kept, (k) => targets[k] / noise),
    );
  }

  /** Of each group that is kept a likelier variance: its weights' squares, over how many of them the rows have determined. */
  function mackaysStep(kept: readonly number[], told: NormalPosterior): [group: number, variance: number][] {
    const squares = new Map<number, number>();
    const determined = new Map<number, number>();
    const add = (sums: Map<number, number>, group: number, value: number) =>
      sums.set(group, (sums.get(group) ?? 0) + value);
    kept.forEach((k, i) => {
      if (k === 0) return;
      const group = groups[k - 1];
      add(squares, group, told.means[i] ** 2);
      add(determined, group, 1 - told.variances[i] / variances[group]);
    });
    return [...squares].map(([group, sum]) => [group, sum / Math.max(determined.get(group)!, 1e-9)]);
  }
}

/** This many rows at a time: all their columns stay in the processor's cache. */
const block = 1024;

function normalEquations(columns: readonly Float64Array[], y: Float64Array, precision: Float64Array) {
  const rows = y.length;
  const usual = sumOf(precision) / rows;
  const counts = precision.map((each) => each / usual);
  const mean = dot(counts, y) / rows;
  const noise = counts.reduce((sum, count, i) => sum + count * (y[i] - mean) ** 2, 0) / rows;
  const products = columns.map(() => new Float64Array(columns.length));
  const targets = new Float64Array(columns.length);
  for (let from = 0; from < rows; from += block) {
    const within = (values: Float64Array) => values.subarray(from, from + block);
    const [part, counted] = [columns.map(within), within(counts)];
    part.forEach((column, a) => {
      const weighted = column.map((value, i) => value * counted[i]);
      for (let b = 0; b <= a; b++) products[a][b] += dot(weighted, part[b]);
      targets[a] += dot(weighted, within(y));
    });
  }
  return { products, targets, noise };
}

const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
