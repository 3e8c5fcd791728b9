import type { LogRows } from '../experiment/log-rows.js';
import type { Concern } from './concern.js';
import { thousands } from '../thousands.js';

/** Customers who are in more than one arm. */
export function contamination(ids: readonly string[], { got, participants }: LogRows): Concern[] {
  const first = new Map<string, string>();
  const inTwoArms = new Set<string>();
  for (const row of participants) {
    const before = first.get(ids[row]) ?? got[row];
    first.set(ids[row], before);
    if (before !== got[row]) inTwoArms.add(ids[row]);
  }
  if (inTwoArms.size === 0) return [];
  const message = `${thousands(inTwoArms.size)} customers are in more than one arm, so that what they did cannot be put down to one`;
  return [{ concern: 'contamination', message }];
}
