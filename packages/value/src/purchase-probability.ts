import { assertPurchaseModel } from './check-model.js';
import { logGamma } from './log-gamma.js';
import type { BgNbdModel } from './purchase-model.js';

/**
 * The chance that a new customer makes exactly `count` repeat purchases in `time` (Fader, Hardie, Lee 2005, equation 8):
 * the ones who are still there, and those who left after their last.
 */
export function purchaseProbability(model: BgNbdModel, count: number, time: number): number {
  assertPurchaseModel(model);
  const { r, alpha, a, b } = model.parameters;
  const ofCount = (j: number) => negativeBinomial(j, r, time / (alpha + time));
  const logBeta = (p: number, q: number) => logGamma(p) + logGamma(q) - logGamma(p + q);
  const still = Math.exp(logBeta(a, b + count) - logBeta(a, b)) * ofCount(count);
  if (count === 0) return still;
  let fewer = 0;
  for (let j = 0; j < count; j++) fewer += ofCount(j);
  return still + Math.exp(logBeta(a + 1, b + count - 1) - logBeta(a, b)) * (1 - fewer);
}

function negativeBinomial(count: number, r: number, p: number): number {
  return Math.exp(logGamma(r + count) - logGamma(r) - logGamma(count + 1)) * (1 - p) ** r * p ** count;
}
