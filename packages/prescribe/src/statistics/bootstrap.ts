import { checkSeed, checkWhole, randomSource, type OptionNames } from '@clv/contracts';
import { checkConfidence } from './estimate.js';

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
  checkConfidence(confidence);
  checkSeed(seed);
  return { resamples, confidence, seed };
}

/** More customers than this are first dealt into this many groups, whose totals vary as the customers do. */
const mostGroups = 1000;

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
  const groups = new Float64Array(Math.min(customers, mostGroups));
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
  const groups = Math.min(customers, mostGroups);
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
  let { total } = dealt;
  for (let k = 0, i = from; k < groups.length && i < choice.length; k++, i++) {
    const value = matrix[i * width + choice[i]];
    groups[k] += value;
    total += value;
  }
  dealt.total = total;
}

/**
 * The totals of several columns over customers drawn with replacement: the same customers for every column, so that
 * ratios and differences of totals are paired (Efron 1979).
 *
 * @returns for each column, its total in each resample.
 */
export function resampleTotals(
  columns: readonly DealtColumn[],
  { resamples, seed }: Pick<Required<BootstrapOptions>, 'resamples' | 'seed'>,
): Float64Array[] {
  const count = columns[0]?.groups.length ?? 0;
  const next = randomSource(seed);
  const drawn = columns.map(() => new Float64Array(resamples));
  const times = new Float64Array(count);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let k = 0; k < count; k++) times[Math.floor(next() * count)]++;
    columns.forEach(({ groups }, c) => {
      let sum = 0;
      for (let k = 0; k < count; k++) sum += times[k] * groups[k];
      drawn[c][resample] = sum;
    });
  }
  return drawn;
}
