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

/** A column of numbers, one a customer, as far as its total and its resamples need it. */
export interface DealtColumn {
  total: number;
  /** The total of each group that the customers were dealt into. */
  groups: Float64Array;
}

/**
 * Deals customers into groups and adds up what each has in a column.
 *
 * @param entry what customer `i` has; the column need not be stored.
 */
export function dealColumn(customers: number, entry: (i: number) => number): DealtColumn {
  const groups = new Float64Array(groupsOf(customers));
  let total = 0;
  for (let from = 0; from < customers; from += groups.length)
    for (let k = 0; k < groups.length && from + k < customers; k++) {
      const value = entry(from + k);
      groups[k] += value;
      total += value;
    }
  return { total, groups };
}

/**
 * The same of what customers have in a matrix (customers x offers, row-major) under each of several choices of an offer.
 *
 * @param choices the number of each customer's offer.
 */
export function dealChoices(matrix: Float64Array, choices: readonly Int32Array[]): DealtColumn[] {
  const customers = choices[0].length;
  const groups = groupsOf(customers);
  const dealt = choices.map((): DealtColumn => ({ total: 0, groups: new Float64Array(groups) }));
  // Round by round, so that the matrix is fetched from memory once for all choices.
  for (let from = 0; from < customers; from += groups)
    choices.forEach((choice, c) => dealRound(dealt[c], matrix, choice, from));
  return dealt;
}

/** Deals one customer to each group, those from one number on. */
function dealRound(dealt: DealtColumn, matrix: Float64Array, choice: Int32Array, from: number): void {
  const { groups } = dealt;
  const width = matrix.length / choice.length;
  for (let k = 0, i = from; k < groups.length && i < choice.length; k++, i++) {
    const value = matrix[i * width + choice[i]];
    groups[k] += value;
    dealt.total += value;
  }
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

/** A statistic where each group is there so many times, and its standard error; of a ratio by the delta method. */
function measure({ of, per }: Statistic, times: Float64Array): { value: number; error: number } {
  let [over, under, overSquares, underSquares, products] = [0, 0, 0, 0, 0];
  for (let k = 0; k < of.length; k++) {
    const other = per ? per[k] : 1;
    const [part, share] = [times[k] * of[k], times[k] * other];
    over += part;
    under += share;
    overSquares += part * of[k];
    underSquares += share * other;
    products += part * other;
  }
  if (under === 0) return { value: 0, error: 0 };
  const ratio = over / under;
  const squares = overSquares - 2 * ratio * products + ratio ** 2 * underSquares;
  const error = squares > rounding * overSquares ? Math.sqrt(squares) : 0;
  return per ? { value: ratio, error: error / Math.abs(under) } : { value: over, error };
}
