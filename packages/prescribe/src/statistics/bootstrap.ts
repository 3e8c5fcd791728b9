import { checkSeed, checkWhole, randomSource, type Estimate, type OptionNames } from '@clv/contracts';
import { checkFraction } from '../check-fraction.js';
import { middle } from './estimate.js';

/** How intervals are drawn by resampling customers. */
export interface BootstrapOptions {
  /** How many resamples (default 1,000): more make intervals steadier. */
  resamples?: number;
  /** The confidence of intervals (default .95). */
  confidence?: number;
  /** Default 42; the same seed gives the same intervals. */
  seed?: number;
}

/** More than anyone waits for. */
export const mostResamples = 1_000_000;

export const bootstrapOptionNames: OptionNames<BootstrapOptions> = {
  resamples: true,
  confidence: true,
  seed: true,
};

/**
 * The options with their defaults.
 *
 * @throws {InvalidOptionError} for one out of range.
 */
export function resolveBootstrap({
  resamples = 1000,
  confidence = 0.95,
  seed = 42,
}: BootstrapOptions): Required<BootstrapOptions> {
  checkWhole('resamples', resamples, 1, mostResamples);
  checkFraction('confidence', confidence);
  checkSeed(seed);
  return { resamples, confidence, seed };
}

/** More customers than this are first dealt into groups, at most so many, whose totals vary as the customers do. */
const mostGroups = 1000;

/** As equal as can be: groups of one and of two would vary by their sizes too. */
const groupsOf = (customers: number) =>
  customers === 0 ? 0 : Math.ceil(customers / Math.ceil(customers / mostGroups));

/**
 * Deals customers into groups and adds up what those of each have in a matrix (customers x offers, row-major), under each of several
 * choices of an offer.
 *
 * @param choices the number of each customer's offer.
 */
export function dealChoices(matrix: Float64Array, choices: readonly Int32Array[]): Float64Array[] {
  const customers = choices[0].length;
  const groups = groupsOf(customers);
  const dealt = choices.map(() => new Float64Array(groups));
  // Round by round, so that the matrix is fetched from memory once for all choices.
  for (let from = 0; from < customers; from += groups)
    choices.forEach((choice, c) => dealRound(dealt[c], matrix, choice, from));
  return dealt;
}

/** Deals one customer to each group, those from one number on. */
function dealRound(groups: Float64Array, matrix: Float64Array, choice: Int32Array, from: number): void {
  const width = matrix.length / choice.length;
  const count = Math.min(groups.length, choice.length - from);
  for (let k = 0, i = from; k < count; k++, i++) groups[k] += matrix[i * width + choice[i]];
}

/** A total, or the ratio of two, over customers or the groups that they were dealt into. */
export interface Statistic {
  of: Float64Array;
  /** What the total is divided by (default: nothing). */
  per?: Float64Array;
}

/**
 * Statistics with their studentised bootstrap intervals (Efron 1979; Hall 1988): how many of its own standard errors each is off where
 * customers are drawn with replacement, the same for every statistic. Money of which few customers hold much makes the interval reach
 * further up than down. Resamples without an error, of customers who are all alike, are taken not to be off.
 */
export function bootstrapIntervals(
  statistics: readonly Statistic[],
  { resamples, confidence, seed }: Required<BootstrapOptions>,
): Estimate[] {
  const count = statistics[0]?.of.length ?? 0;
  const next = randomSource(seed);
  const times = new Float64Array(count).fill(1);
  const found = statistics.map((statistic) => measure(statistic, times));
  const off = statistics.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let k = 0; k < count; k++) times[Math.floor(next() * count)]++;
    statistics.forEach((statistic, s) => {
      const { value, error } = measure(statistic, times);
      if (error > 0) off[s][resample] = (value - found[s].value) / error;
    });
  }
  return found.map(({ value, error }, s) => {
    const [low, high] = middle(off[s], confidence);
    return { value, low: Math.min(value, value - high * error), high: Math.max(value, value - low * error) };
  });
}

/** Squares of groups that are all alike cancel, but for so large a share of them. */
const rounding = 1e-12;

/**
 * A statistic where each group is there so many times, as many in all as there are groups, and its standard error; of a ratio by
 * the delta method.
 */
function measure({ of, per }: Statistic, times: Float64Array): { value: number; error: number } {
  const [over, overSquares] = momentsOf(of, of, times);
  const [under, underSquares] = per ? momentsOf(per, per, times) : [of.length, of.length];
  const products = per ? momentsOf(of, per, times)[1] : over;
  if (under === 0) return { value: 0, error: 0 };
  const ratio = over / under;
  const squares = overSquares - 2 * ratio * products + ratio ** 2 * underSquares;
  const error = squares > rounding * overSquares ? Math.sqrt(squares) : 0;
  return per ? { value: ratio, error: error / Math.abs(under) } : { value: over, error };
}

/** The sum of what is there so many times, and that of its products with something else. */
function momentsOf(of: Float64Array, other: Float64Array, times: Float64Array): [number, number] {
  let [sum, products] = [0, 0];
  for (let k = 0; k < of.length; k++) {
    const part = times[k] * of[k];
    sum += part;
    products += part * other[k];
  }
  return [sum, products];
}
