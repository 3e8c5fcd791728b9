import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { fitUplift } from '../fit-uplift.js';
import { predictUplift, type UpliftPrediction } from '../predict-uplift.js';
import { JointErrors } from './joint-errors.js';

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

describe('errors of two offers', () => {
  const later = twoOffers(0.5, 999);

  /** What models told of ten experiments, and how far their effects went together from one experiment to another. */
  async function toldAndReal(none: number) {
    const offered = (1 - none) / 2;
    const columns = { outcome: 'outcome', offer: 'offer', features: ['x0', 'x1'] };
    const propensity = { none, letter: offered, call: offered };
    const predictions: UpliftPrediction[] = [];
    for (let seed = 1; seed <= 10; seed++) {
      const model = await fitUplift(twoOffers(none, seed), { ...columns, propensity, folds: 3 });
      predictions.push(await predictUplift(model, later));
    }
    const real = new JointErrors(2);
    for (let i = 0; i < later.outcome.length; i++) {
      const distances = [0, 1].map((j) => {
        const effects = Float64Array.from(predictions, ({ effect }) => effect[2 * i + j]);
        return effects.map((effect) => effect - meanOf(effects));
      });
      real.add(distances);
    }
    for (const { errorCorrelation } of predictions) {
      expect([errorCorrelation[0], errorCorrelation[3]]).toEqual([1, 1]);
      expect(errorCorrelation[1]).toBe(errorCorrelation[2]);
    }
    return {
      told: meanOf(Float64Array.from(predictions, ({ errorCorrelation }) => errorCorrelation[1])),
      real: real.correlation[1],
    };
  }

  it.each([0.1, 0.8])('go together as told, where a share of %d gets none', async (none) => {
    const { told, real } = await toldAndReal(none);
    expect(Math.abs(told - real)).toBeLessThan(0.15);
    expect(told).toBeGreaterThan(0.4);
    expect(told).toBeLessThan(0.9);
  });
});

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
