import { prescribe } from './prescribe.js';
import type { PrescribeOptions } from './prescription.js';
import { choiceStability } from './stability.js';

const call = [{ id: 'call', cost: 10 }];

/** One customer whom a call keeps with .05 more, give or take; worth 1,000, so it gains 40 on average. */
const inputs = (effectError: number) => ({
  pChurn: [0.5],
  clv: [1000],
  price: [0],
  effect: Float64Array.of(0, 0.05),
  effectError: Float64Array.of(0, effectError),
});

/** The chance that a standard normal number is below `z`, by Simpson's rule. */
function chanceBelow(z: number): number {
  const steps = 400;
  const density = (x: number) => Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(z);
  for (let k = 1; k < steps; k++) sum += density((z * k) / steps) * (k % 2 ? 4 : 2);
  return 0.5 + (sum * z) / steps / 3;
}

const draws = 10_000;

function expectNear(share: number, chance: number): void {
  const variance = Math.max(chance * (1 - chance), 1 / draws);
  expect(Math.abs(share - chance)).toBeLessThan(4 * Math.sqrt(variance / draws));
}

/** Of two offers. */
const correlated = (correlation: number) => Float64Array.of(1, correlation, correlation, 1);

describe('choiceStability', () => {
  it('is the chance that the effect still pays', () => {
    // The gain is normal with mean 40 and error 1,000 x .04: above 0 with probability .8413.
    const { mean } = choiceStability(prescribe(inputs(0.04), { offers: call }), inputs(0.04), { draws });
    expectNear(mean, 0.8413);
  });

  it('is the chance that the lowered gain still pays where the choice was cautious', () => {
    for (const riskAversion of [0.5, 0.9]) {
      const prescription = prescribe(inputs(0.04), { offers: call, riskAversion });
      expect(prescription.choice[0]).toBe(1);
      expectNear(choiceStability(prescription, inputs(0.04), { draws }).mean, chanceBelow(1 - riskAversion));
    }
  });

  it.each(
    [0, 1].flatMap((riskAversion) => [-0.7, 0, 0.5, 0.99].map((correlation) => [riskAversion, correlation])),
  )(
    'between two offers hangs on how their errors go together; risk aversion %d, correlation %d',
    (riskAversion, correlation) => {
      // The bold gain of the second is 300, 10 above that of the first; its error is 50, 30 above.
      const pair = {
        pChurn: [0.9],
        clv: [1000],
        price: [0],
        effect: Float64Array.of(0, 0.3, 0.32),
        effectError: Float64Array.of(0, 0.02, 0.05),
      };
      const offers = [
        { id: 'letter', cost: 10 },
        { id: 'call', cost: 20 },
      ];
      const prescription = prescribe(pair, { offers, riskAversion });
      expect(prescription.choice[0]).toBe(riskAversion === 0 ? 2 : 1);
      const { mean } = choiceStability(prescription, pair, {
        draws,
        errorCorrelation: correlated(correlation),
      });
      const ahead = Math.abs(10 - 30 * riskAversion);
      expectNear(mean, chanceBelow(ahead / Math.sqrt(20 ** 2 + 50 ** 2 - 2 * correlation * 20 * 50)));
    },
  );

  it('of none between two offers is the chance of a quadrant', () => {
    const useless = {
      pChurn: [0.5],
      clv: [1000],
      price: [0],
      effect: new Float64Array(3),
      effectError: Float64Array.of(0, 0.1, 0.03),
    };
    for (const correlation of [-0.5, 0, 0.8]) {
      const { mean } = choiceStability(prescribe(useless, { offers: [{ id: 'a' }, { id: 'b' }] }), useless, {
        draws,
        errorCorrelation: correlated(correlation),
      });
      expectNear(mean, 1 / 4 + Math.asin(correlation) / (2 * Math.PI));
    }
  });

  it('knows that a discount worth more than its customer gains where the effect falls', () => {
    const cheap = {
      pChurn: [0.5],
      clv: [100],
      price: [20],
      effect: Float64Array.of(0, 0.4, 0.3),
      effectError: Float64Array.of(0, 0.02, 0.02),
    };
    const offers = [
      { id: 'gift', cost: 30 },
      { id: 'third_off', discount: 0.3, months: 24, cost: 0 },
    ];
    const prescription = prescribe(cheap, { offers });
    const [, gift, discount] = prescription.values.gain;
    // One error of the effect moves the gift's gain by 2, the discount's by .02 x (100 - 144).
    const apart = Math.abs(2 - 0.02 * (100 - 144));
    const { mean } = choiceStability(prescription, cheap, { draws, errorCorrelation: correlated(1) });
    expect([prescription.choice[0], discount < gift - 4 * apart]).toEqual([1, true]);
    expectNear(mean, chanceBelow(gift / 2));
  });

  it.each<PrescribeOptions>([
    { budgetBasis: 'expected', riskAversion: 0 },
    { budgetBasis: 'committed', riskAversion: 0 },
    { budgetBasis: 'expected', riskAversion: 0.7 },
    { budgetBasis: 'committed', riskAversion: 0.7 },
  ])('counts money at what it costs under the budget, on its basis: %j', (rule) => {
    const customers = 40;
    const column = (of: (i: number) => number) => Float64Array.from({ length: customers }, (_, i) => of(i));
    const matrix = (of: (i: number) => number) =>
      Float64Array.from({ length: 2 * customers }, (_, at) => (at % 2) * of(Math.floor(at / 2)));
    const many = {
      pChurn: column((i) => 0.3 + (i % 7) / 20),
      clv: column((i) => 300 + 20 * i),
      price: column((i) => 5 + ((11 * i) % 40)),
      effect: matrix((i) => 0.1 + (i % 5) / 20),
      effectError: matrix((i) => 0.03 + (i % 3) / 50),
    };
    const offers = [{ id: 'tenth_off', discount: 0.1, months: 12, redemption: 0.5 }];
    const prescription = prescribe(many, { offers, budget: 300, ...rule });
    const { shadowPrice, values, choice } = prescription;
    expect(shadowPrice).toBeGreaterThan(0.1);
    const { share } = choiceStability(prescription, many, { draws });
    let asked = 0;
    for (let i = 0; i < customers; i++) {
      const whole = 0.1 * 12 * many.price[i];
      const cost =
        rule.budgetBasis === 'committed'
          ? whole
          : 0.5 * whole * (1 - many.pChurn[i] + many.effect[2 * i + 1]);
      const error = many.effectError[2 * i + 1] * (many.clv[i] - 0.5 * whole);
      const offered = chanceBelow(
        (values.gain[2 * i + 1] - rule.riskAversion! * error - shadowPrice * cost) / error,
      );
      expectNear(share[i], choice[i] === 1 ? offered : 1 - offered);
      asked += choice[i];
    }
    expect(asked).toBeGreaterThan(5);
    expect(asked).toBeLessThan(35);
  });

  it('is told of those who get an offer apart from those who need none', () => {
    const twins = {
      pChurn: [0.5, 0],
      clv: [1000, 1000],
      price: [0, 0],
      effect: Float64Array.of(0, 0.05, 0, 0),
      effectError: Float64Array.of(0, 0.04, 0, 0),
    };
    const { share, mean, meanOffered } = choiceStability(prescribe(twins, { offers: call }), twins);
    expect(share[1]).toBeCloseTo(1, 12);
    expect(meanOffered).toBe(share[0]);
    expect(mean).toBeCloseTo((share[0] + 1) / 2, 12);
  });

  it('is certain where the effect is', () => {
    const { share, mean } = choiceStability(prescribe(inputs(0), { offers: call }), inputs(0));
    expect(share.every((part) => part === 1)).toBe(true);
    expect(mean).toBe(1);
  });

  it('refuses correlations that no errors have', () => {
    const one = prescribe(inputs(0.04), { offers: call });
    for (const errorCorrelation of [Float64Array.of(1, 0, 0, 1), Float64Array.of(2), Float64Array.of()])
      expect(() => choiceStability(one, inputs(0.04), { errorCorrelation })).toThrow(
        'errorCorrelation must be the correlations of 1 x 1 offers, none not among them',
      );
    expect(() => choiceStability(one, inputs(0.04), { draws: 0 })).toThrow(
      'draws must be a whole number from 1 to 1000000: 0',
    );
  });
});
