import { isotonicBlocks } from '../metrics/isotonic.js';
import type { Calibration } from './calibration.js';
import type { MarginGroups } from './margin-groups.js';

/**
 * The rising line through the means of isotonic regression's blocks (Zadrozny and Elkan 2002). Where plain isotonic
 * regression makes ties of all that lie on one step, the line goes on rising from the middle of one step to the middle
 * of the next, and beyond both ends as the margins do: the order of customers is kept. Half a churner and half a stayer
 * are added to each block, so that no probability is 0 or 1.
 */
export function fitIsotonic({ margins, customers, churned }: MarginGroups): Calibration {
  const line: { margins: number[]; logits: number[] } = { margins: [], logits: [] };
  for (const { start, end, weight, mean } of isotonicBlocks(churned, customers)) {
    const left = mean * weight + 0.5;
    const logit = Math.log(left / (weight + 1 - left));
    if (logit <= (line.logits.at(-1) ?? -Infinity)) continue;
    let total = 0;
    for (let group = start; group < end; group++) total += margins[group] * customers[group];
    line.margins.push(total / weight);
    line.logits.push(logit);
  }
  return { method: 'isotonic', ...line };
}
