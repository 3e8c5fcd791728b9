import type { Estimate } from './estimate.js';

/**
 * The interval of a share that was counted among `count` (Wilson 1927): the shares that differ from it by no more than `z` of their own
 * standard errors. It stays within [0, 1], also for shares near its ends, and is all of it where nobody was counted.
 */
export function wilsonInterval(value: number, count: number, z: number): Estimate {
  if (count === 0) return { value, low: 0, high: 1 };
  const more = z ** 2 / count;
  const centre = (value + more / 2) / (1 + more);
  const half = Math.sqrt(more * (value * (1 - value) + more / 4)) / (1 + more);
  return { value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
