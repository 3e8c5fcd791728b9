import { intervalAround, normalQuantile, type Estimate } from '@clv/contracts';

/** Numbers from 0 to a top, as far as their mean and its interval need them. */
export interface BoundedSum {
  count: number;
  total: number;
  squares: number;
}

export const emptySum = (): BoundedSum => ({ count: 0, total: 0, squares: 0 });

/**
 * The mean of numbers from 0 to `top`, with the interval of Agresti and Coull (1998): as if there were z² more of them, half of which
 * are 0 and half the top. So a few that are alike claim no certainty.
 */
export function boundedMean(
  { count, total, squares }: BoundedSum,
  { top, confidence }: { top: number; confidence: number },
): Estimate {
  const z = normalQuantile(0.5 + confidence / 2);
  const all = count + z ** 2;
  const centre = (total + (z ** 2 / 2) * top) / all;
  const variance = (squares + (z ** 2 / 2) * top ** 2) / all - centre ** 2;
  const error = Math.sqrt(Math.max(0, variance) / all);
  const { value, low, high } = intervalAround({ value: total / count, centre }, error, z);
  return { value, low: Math.max(0, low), high: Math.min(top, high) };
}
