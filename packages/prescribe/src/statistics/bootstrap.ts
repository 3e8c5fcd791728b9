import { randomSource } from '@clv/contracts';

/** How intervals are drawn by resampling customers. */
export interface BootstrapOptions {
  /** How many resamples (default 1,000): more make intervals steadier. */
  resamples?: number;
  /** The confidence of intervals (default .95). */
  confidence?: number;
  /** Default 42; the same seed gives the same intervals. */
  seed?: number;
}

export const bootstrapDefaults: Required<BootstrapOptions> = { resamples: 1000, confidence: 0.95, seed: 42 };

/** More customers than this are first dealt into this many groups, whose totals vary as the customers do. */
const mostGroups = 1000;

/**
 * The totals of several columns over customers drawn with replacement: the same customers for every column, so that
 * ratios and differences of totals are paired (Efron 1979).
 *
 * @returns for each column, its total in each resample.
 */
export function resampleTotals(
  columns: readonly ArrayLike<number>[],
  { resamples, seed }: Pick<Required<BootstrapOptions>, 'resamples' | 'seed'>,
): Float64Array[] {
  const customers = columns[0]?.length ?? 0;
  const groups = Math.min(customers, mostGroups);
  const dealt = columns.map((column) => {
    const totals = new Float64Array(groups);
    for (let i = 0; i < customers; i++) totals[i % groups] += column[i];
    return totals;
  });
  const next = randomSource(seed);
  const drawn = columns.map(() => new Float64Array(resamples));
  const times = new Float64Array(groups);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let k = 0; k < groups; k++) times[Math.floor(next() * groups)]++;
    dealt.forEach((totals, c) => {
      let sum = 0;
      for (let k = 0; k < groups; k++) sum += times[k] * totals[k];
      drawn[c][resample] = sum;
    });
  }
  return drawn;
}

export function totalOf(column: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i];
  return sum;
}
