import type { RandomSource } from '@clv/contracts';
import { randomBernoulli, randomBeta, randomExponential, randomGamma } from 'd3-random';
import type { BgNbdModel } from './purchases/purchase-model.js';
import type { GammaGammaModel } from './spend/gamma-gamma-model.js';

/** Customers as the two models tell them, one of each age: who bought when, who left, what they spent. */
export function simulateHistory(
  { parameters: { r, alpha, a, b } }: BgNbdModel,
  { parameters: { p, q, v } }: GammaGammaModel,
  age: Float64Array,
  random: RandomSource,
) {
  const gamma = randomGamma.source(random);
  const rateOf = gamma(r, 1 / alpha);
  const leaving = randomBeta.source(random)(a, b);
  const spendRateOf = gamma(q, 1 / v);
  const wait = randomExponential.source(random);
  const happens = randomBernoulli.source(random);
  const frequency = new Float64Array(age.length);
  const recency = new Float64Array(age.length);
  const monetary_value = new Float64Array(age.length);
  for (let i = 0; i < age.length; i++) {
    const untilNext = wait(rateOf());
    const leaves = happens(leaving());
    for (let now = untilNext(); now <= age[i]; now += untilNext()) {
      frequency[i]++;
      recency[i] = now;
      if (leaves() === 1) break;
    }
    const x = frequency[i];
    if (x > 0) monetary_value[i] = gamma(p * x, 1 / (spendRateOf() * x))();
  }
  return { frequency, recency, age, monetary_value };
}
