import { randomInputs } from '../../test/random-inputs.js';
import { defaultOffers } from '../offers/offer.js';
import { expectedValues } from '../value/expected-values.js';
import { buyInOrder } from './policies.js';

const customers = 600;
const inputs = randomInputs(customers, 3);
const values = expectedValues(inputs, defaultOffers);
/** Whole numbers, so that any order of adding comes to the same. */
const cost = values.cost.map(Math.ceil);
const offer = Int32Array.from({ length: customers }, (_, i) => i % 3);

/** Everyone in order, one by one. */
function buyOneByOne(scores: readonly number[], budget: number): number[] {
  const order = scores.map((_, i) => i).sort((one, other) => scores[other] - scores[one] || one - other);
  const choice = scores.map(() => 0);
  let left = budget;
  for (const i of order) {
    left -= cost[3 * i + offer[i]];
    if (left < 0) break;
    choice[i] = offer[i];
  }
  return choice;
}

describe('buyInOrder', () => {
  it.each<[string, (i: number) => number]>([
    ['probabilities', (i) => inputs.pChurn[i]],
    ['amounts, some below 0', (i) => 1e6 * (inputs.clv[i] - 300)],
    ['scores that many share', (i) => i % 4],
    ['scores of 0 alone', (i) => (i % 2 ? 0 : -0)],
  ])('buys as one by one does, by %s', (_, score) => {
    const scores = Float64Array.from({ length: customers }, (_, i) => score(i));
    const all = offer.reduce((sum, a, i) => sum + cost[3 * i + a], 0);
    for (const budget of [0, 1, 40, 500, 2000, 7001, all - 1, all, 2 * all])
      expect([...buyInOrder({ ...values, cost }, { scores, offer, budget })]).toEqual(
        buyOneByOne([...scores], budget),
      );
  });
});
