import type { TargetingPath } from './targeting-path.js';

/** The greatest distance between the share of churners and the share of others that a threshold reaches. */
export function kolmogorovSmirnov({ churned, stayed }: TargetingPath): number {
  let greatest = 0;
  for (let i = 0; i < churned.length; i++) greatest = Math.max(greatest, Math.abs(churned[i] - stayed[i]));
  return greatest;
}
