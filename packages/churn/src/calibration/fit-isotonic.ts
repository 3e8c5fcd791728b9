import { equalMassBins } from '../metrics/calibration-curve.js';
import { isotonicBlocks } from '../metrics/isotonic.js';
import { scoreLadder } from '../metrics/score-ladder.js';
import type { Calibration } from './calibration.js';

/**
 * The rising line through the means of isotonic regression's blocks (Zadrozny and Elkan 2002). Where plain isotonic
 * regression makes ties of all that lie on one step, the line goes on rising from the middle of one step to the middle
 * of the next, and beyond both ends as the margins do: the order of customers is kept. Neighbours are taken together
 * first, as many as there are bins, so that the line does not follow single customers; and half a churner and half a
 * stayer are added to each block, so that no probability is 0 or 1.
 */
export function fitIsotonic(margins: Float64Array, labels: ArrayLike<number>): Calibration {
  const bins = equalMassBins(scoreLadder(labels, margins), Math.ceil(2 * Math.cbrt(margins.length)));
  const sums = bins.map(({ customers, observed }) => customers * observed);
  const fitted: { margins: number[]; logits: number[] } = { margins: [], logits: [] };
  const blocks = isotonicBlocks(
    sums,
    bins.map(({ customers }) => customers),
  );
  for (const { start, end, weight, mean } of blocks) {
    const total = bins.slice(start, end).reduce((sum, bin) => sum + bin.customers * bin.predicted, 0);
    const churned = mean * weight + 0.5;
    const logit = Math.log(churned / (weight + 1 - churned));
    if (logit <= (fitted.logits.at(-1) ?? -Infinity)) continue;
    fitted.margins.push(total / weight);
    fitted.logits.push(logit);
  }
  return { method: 'isotonic', ...fitted };
}
