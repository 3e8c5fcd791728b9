import { normalCumulative, normalQuantile } from '@clv/contracts';
import { latentOf, stepOf, type Latent } from './latent.js';

/** How the values of one column are spread; null is blank. Cuts are on the Gaussian's scale. */
export type Marginal =
  | { kind: 'constant'; value: number | null }
  /** Few values, in order. `blank` is the cut above which a Gaussian of its own makes the cell blank. */
  | { kind: 'steps'; values: number[]; cuts: number[]; blank?: number }
  /** Many values: their quantiles at evenly spread probabilities, read with straight lines between. */
  | { kind: 'curve'; knots: number[]; blank?: number }
  /** Names, the commonest first: each has a Gaussian that picks it when above its cut, unless one before was picked. */
  | { kind: 'pick'; values: (number | null)[]; cuts: number[] };

const mostSteps = 100;
const mostKnots = 256;
const mostPicks = 15;

/** @param values of one column; NaN is blank. */
export function fitMarginal(values: Float64Array, named: boolean): Marginal {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (counts.size === 1) return { kind: 'constant', value: orNull(values[0]) };
  if (named && counts.size <= mostPicks) return fitPick([...counts]);

  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const blanks = values.length - known.length;
  const blank = blanks > 0 ? { blank: normalQuantile(1 - blanks / values.length) } : {};
  const steps = [...counts].filter(([value]) => !Number.isNaN(value)).sort(([a], [b]) => a - b);
  if (named || steps.length <= Math.min(mostSteps, known.length / 5)) {
    const shares = steps.map(([, count]) => count / known.length);
    const { cuts } = latentOf([], shares);
    return { kind: 'steps', values: steps.map(([value]) => value), cuts, ...blank };
  }
  return { kind: 'curve', knots: quantilesOf(known), ...blank };
}

function fitPick(counted: [value: number, count: number][]): Marginal {
  const values = counted.sort(([, m], [, n]) => n - m).map(([value]) => orNull(value));
  return { kind: 'pick', values, cuts: pickCuts(counted.map(([, count]) => count)) };
}

/** Each level's cut, given how many hold it and that none before it was picked. */
function pickCuts(counts: readonly number[]): number[] {
  let left = counts.reduce((sum, count) => sum + count, 0);
  return counts.slice(0, -1).map((count) => {
    const cut = normalQuantile(1 - count / left);
    left -= count;
    return cut;
  });
}

/** Moves the cuts of picks by what is amiss in the shares of the cells that were drawn with them. */
export function mendPicks(
  marginal: Marginal,
  data: Float64Array,
  drawn: Float64Array,
  gain: number,
): Marginal {
  if (marginal.kind !== 'pick') return marginal;
  const cutsFor = (values: Float64Array) => {
    const places = values.map((value) => marginal.values.indexOf(orNull(value)));
    return pickCuts(
      marginal.values.map((_, j) => 1 + places.reduce((n, place) => n + (place === j ? 1 : 0), 0)),
    );
  };
  const [wanted, got] = [cutsFor(data), cutsFor(drawn)];
  return { ...marginal, cuts: marginal.cuts.map((cut, j) => cut + gain * (wanted[j] - got[j])) };
}

function quantilesOf(sorted: Float64Array): number[] {
  const count = Math.min(mostKnots, sorted.length);
  return Array.from({ length: count }, (_, i) => {
    const place = Math.max(0, ((i + 0.5) / count) * sorted.length - 0.5);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  });
}

/** The Gaussians that decide a cell, as the step functions they are read by. */
export function latentsOf(marginal: Marginal): Latent[] {
  switch (marginal.kind) {
    case 'constant':
      return [];
    case 'pick':
      return marginal.cuts.map(switchAt);
    case 'steps':
      return [{ cuts: marginal.cuts, values: marginal.values }, ...blankLatent(marginal.blank)];
    case 'curve': {
      const even = marginal.knots.map(() => 1 / marginal.knots.length);
      return [latentOf(marginal.knots, even), ...blankLatent(marginal.blank)];
    }
  }
}

const switchAt = (cut: number): Latent => ({ cuts: [cut], values: [0, 1] });
const blankLatent = (cut: number | undefined): Latent[] => (cut === undefined ? [] : [switchAt(cut)]);

/** What each of `latentsOf` was in the data; NaN where it played no part. */
export function latentData(marginal: Marginal, values: Float64Array): Float64Array[] {
  switch (marginal.kind) {
    case 'constant':
      return [];
    case 'pick': {
      const place = values.map((value) => marginal.values.indexOf(orNull(value)));
      return marginal.cuts.map((_, j) => place.map((own) => (own < j ? NaN : own === j ? 1 : 0)));
    }
    default: {
      const blanks = values.map((value) => (Number.isNaN(value) ? 1 : 0));
      return marginal.blank === undefined ? [values] : [values, blanks];
    }
  }
}

/** The cell that the Gaussians decide, of which the column's own begin at `first`; NaN is blank. */
export function readMarginal(marginal: Marginal, gaussians: Float64Array, first: number): number {
  switch (marginal.kind) {
    case 'constant':
      return marginal.value ?? NaN;
    case 'pick': {
      const picked = marginal.cuts.findIndex((cut, j) => gaussians[first + j] > cut);
      return marginal.values[picked < 0 ? marginal.cuts.length : picked] ?? NaN;
    }
    case 'steps':
      if (marginal.blank !== undefined && gaussians[first + 1] > marginal.blank) return NaN;
      return marginal.values[stepOf(marginal, gaussians[first])];
    case 'curve':
      if (marginal.blank !== undefined && gaussians[first + 1] > marginal.blank) return NaN;
      return readCurve(marginal.knots, normalCumulative(gaussians[first]));
  }
}

function readCurve(knots: readonly number[], probability: number): number {
  const last = knots.length - 1;
  const place = Math.max(0, Math.min(last, probability * knots.length - 0.5));
  const below = Math.floor(place);
  return knots[below] + (place - below) * (knots[Math.min(below + 1, last)] - knots[below]);
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
