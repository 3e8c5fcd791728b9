import { checkWhole, incompleteBeta, logGamma } from '@clv/contracts';
import { assertBgNbdModel } from '../check-model.js';
import { checkRate } from '../checks/check-numbers.js';
import type { BgNbdModel } from './purchase-model.js';

/**
 * The chance that a new customer makes exactly `count` repeat purchases in `time` (Fader, Hardie, Lee 2005, equation 8):
 * the ones who are still there, and those who left after their last, of whom so many or more would have been due.
 *
 * @param count a whole number from 0 to 1,000,000.
 * @param time in the model's unit, at least 0.
 * @throws InvalidOptionError for a count or a time out of range; ClvError `INVALID_MODEL` where the model is damaged.
 */
export function purchaseProbability(model: BgNbdModel, count: number, time: number): number {
  assertBgNbdModel(model);
  checkWhole('count', count, 0, 1_000_000);
  checkRate('time', time);
  const { r, alpha, a, b } = model.parameters;
  const share = time / (alpha + time);
  const logBeta = (p: number, q: number) => logGamma(p) + logGamma(q) - logGamma(p + q);
  const still = Math.exp(logBeta(a, b + count) - logBeta(a, b)) * negativeBinomial(count, r, share);
  if (count === 0) return still;
  return still + Math.exp(logBeta(a + 1, b + count - 1) - logBeta(a, b)) * incompleteBeta(share, count, r);
}

/** By logarithms: where r or the count is large the ways are more, and each is less likely, than a double can hold. */
function negativeBinomial(count: number, r: number, p: number): number {
  const logWays = logGamma(r + count) - logGamma(r) - logGamma(count + 1);
  const logOfCount = count > 0 ? count * Math.log(p) : 0;
  return Math.exp(logWays + r * Math.log1p(-p) + logOfCount);
}
