import type { TargetingPath } from './targeting-path.js';

/** The average precision: the share of churners among those reached, averaged over the churners as they are reached. */
export function averagePrecision({ churned, reached, churnRate }: TargetingPath): number {
  let sum = 0;
  for (let i = 1; i < churned.length; i++) {
    const precision = (churned[i] * churnRate) / reached[i];
    sum += (churned[i] - churned[i - 1]) * precision;
  }
  return sum;
}
