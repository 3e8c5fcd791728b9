import type { Estimate } from './estimate.js';

/**
 * From where to where a share lies that was counted among so many (Wilson 1927), within [0, 1], also for shares near its ends. `z` is
 * how many standard errors the level spans on either side.
 */
export function wilsonInterval(share: number, count: number, z: number): Omit<Estimate, 'value'> {
  if (count === 0) return { low: 0, high: 1 };
  if (count === Infinity) return { low: share, high: share };
  const more = z ** 2 / count;
  const centre = (share + more / 2) / (1 + more);
  const half = Math.sqrt(more * (share * (1 - share) + more / 4)) / (1 + more);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
