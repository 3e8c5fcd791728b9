import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { fitUplift } from './fit-uplift.js';
import { JointErrors } from './joint-errors.js';
import { predictUplift } from './predict-uplift.js';

describe('JointErrors', () => {
  it('is the correlation of distances that share a part', () => {
    const normal = randomNormal.source(randomSource(1))();
    const errors = new JointErrors(3);
    for (let customer = 0; customer < 5000; customer++) {
      const shared = Float64Array.from({ length: 4 }, normal);
      const beside = (weight: number) => shared.map((one) => one + weight * normal());
      errors.add([beside(1), beside(2), new Float64Array(4)]);
    }
    const { correlation } = errors;
    // Variances 1 + 1 and 1 + 4, of which 1 is shared; the third does not vary.
    expect(correlation[1]).toBeCloseTo(1 / Math.sqrt(2 * 5), 1);
    expect([...correlation]).toEqual([1, correlation[1], 0, correlation[1], 1, 0, 0, 0, 1]);
  });
});

/** An experiment of two offers, of which a share of the customers gets neither. */
function twoOffers(none: number, seed: number) {
  const customers = 3000;
  const next = randomSource(seed);
  const normal = randomNormal.source(next)();
  const column = () => new Float64Array(customers);
  const table = { x0: column(), x1: column(), outcome: column(), offer: new Array<string>(customers) };
  for (let i = 0; i < customers; i++) {
    const [x0, x1] = [(table.x0[i] = normal()), (table.x1[i] = normal())];
    const drawn = next();
    const offer = drawn < none ? 'none' : drawn < (1 + none) / 2 ? 'letter' : 'call';
    const change = { none: 0, letter: 0.1 * Math.tanh(x0), call: 0.1 * Math.tanh(x1) }[offer];
    table.offer[i] = offer;
    table.outcome[i] = +(next() < 1 / (1 + Math.exp(-x0)) + change);
  }
  return table;
}

it('errors of two offers go together the more, the fewer customers without one both are set against', async () => {
  const told = async (none: number) => {
    const offered = (1 - none) / 2;
    const propensity = { none, letter: offered, call: offered };
    const found = [1, 2, 3].map(async (seed) => {
      const log = twoOffers(none, seed);
      const model = await fitUplift(log, {
        outcome: 'outcome',
        offer: 'offer',
        propensity,
        features: ['x0', 'x1'],
      });
      const { errorCorrelation } = await predictUplift(model, log);
      expect([errorCorrelation[0], errorCorrelation[3]]).toEqual([1, 1]);
      expect(errorCorrelation[1]).toBe(errorCorrelation[2]);
      return errorCorrelation[1] / 3;
    });
    return (await Promise.all(found)).reduce((sum, part) => sum + part);
  };
  // Of average effects it is (1 / none) / (1 / none + 1 / offered): .82 and .11; trees share less of it.
  const [few, many] = [await told(0.1), await told(0.8)];
  expect(few).toBeGreaterThan(0.4);
  expect(few).toBeLessThan(0.9);
  expect(Math.abs(many - 0.11)).toBeLessThan(0.25);
});
