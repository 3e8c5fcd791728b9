import type { Draw } from './draw.js';

export const longestTenure = 120;

/** Tables are taken at the end of June. */
const snapshotMonth = 6;

/** The calendar month, 1 to 12, in which a customer of this tenure joined. */
export const signupMonth = (tenure: number): number => ((snapshotMonth - tenure + 1200) % 12) + 1;

/**
 * Whole months since joining: waiting times of this mean, thinned by how busy each month of joining is.
 *
 * @param joining for January to December, in (0, 1]: the share of the busiest month's customers.
 */
export function drawTenure(draw: Draw, mean: number, joining: readonly number[]): number {
  for (;;) {
    const tenure = Math.min(longestTenure, 1 + Math.floor(draw.exponential(mean)));
    if (draw.chance(joining[signupMonth(tenure) - 1])) return tenure;
  }
}
