import type { SurvivalModel } from '@clv/churn';
import { survivalByTenure } from '@clv/churn/survival';
import { discountedMonths } from '@clv/value';
import { ExpectedMonths } from './expected-months.js';

const windowMonths = 3;
const annualDiscountRate = 0.1;
/** Of one who leaves within the window by each probability. */
const probabilities = Float64Array.from([0, 1e-9, 0.02, 0.3, 0.75, 0.999, 1]);
const by = (churnProbability: ArrayLike<number>, months: number, rate = annualDiscountRate) =>
  discountedMonths({ churnProbability, months, windowMonths, annualDiscountRate: rate });

/** What a run tells of customers who stay as `stay` has it, and whose probability of leaving is `pChurn`. */
function told(pChurn: Float64Array, stay: Float64Array, horizonMonths = 12) {
  const margin = stay.map((_, i) => 10 + i);
  const clv = by(stay, horizonMonths).map((months, i) => months * margin[i]);
  return new ExpectedMonths({ pChurn, clv, margin, windowMonths, horizonMonths, annualDiscountRate });
}

function expectSame(months: Float64Array, expected: Float64Array) {
  months.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 9));
}

describe('ExpectedMonths', () => {
  const terms: [number, number][] = [
    [12, 0.1],
    [6, 0.1],
    [36, 0.1],
    [2, 0.1],
    [24, 0],
  ];

  it.each(terms)('has %i months at a rate of %d as the constant hazard has them', (months, rate) => {
    expectSame(told(probabilities, probabilities).within(months, rate), by(probabilities, months, rate));
  });

  it.each(terms)(
    'has %i months at a rate of %d by how long customers stay, whatever their probability of leaving says',
    (months, rate) => {
      const other = probabilities.toReversed();
      expectSame(told(other, probabilities).within(months, rate), by(probabilities, months, rate));
    },
  );

  describe('of a run that tells how long customers stay by their tenure', () => {
    const survival: SurvivalModel = {
      tenure: 'tenure_months',
      windowMonths,
      spans: [6, 24, 25].map((until, span) => ({ until, hazard: 0.1, shape: -span })),
      lastSeen: [],
    };
    const count = 5000;
    const pChurn = Float64Array.from({ length: count }, (_, i) => (i % 97) / 97);
    const tenure = Float64Array.from({ length: count }, (_, i) => (i % 31 === 7 ? NaN : i % 40));
    const margin = pChurn.map((_, i) => i % 50);
    const asRun = (months: number, rate: number) =>
      discountedMonths({
        survival: survivalByTenure(survival, { tenures: tenure, probabilities: pChurn, months }).survival,
        ...{ months, windowMonths, annualDiscountRate: rate },
      });
    const horizonMonths = 12;
    const own = asRun(horizonMonths, annualDiscountRate);
    const clv = own.map((months, i) => months * margin[i]);
    const inputs = { pChurn, clv, margin, windowMonths, horizonMonths, annualDiscountRate };

    it.each(terms)('has %i months at a rate of %d as the run would', (months, rate) => {
      const told = new ExpectedMonths({ ...inputs, survival, tenure });
      expectSame(told.within(months, rate), asRun(months, rate));
    });

    it('tells other months by it than by a constant hazard', () => {
      const constant = new ExpectedMonths(inputs).within(36, annualDiscountRate);
      const [by, than] = [asRun(36, annualDiscountRate), constant].map((it) => it.reduce((a, b) => a + b));
      expect(Math.abs(by / than - 1)).toBeGreaterThan(0.01);
    });
  });

  it('goes by the probability of leaving where the run tells no more: of a margin of 0, and within the window', () => {
    const none = new Float64Array(probabilities.length);
    const nothing = { clv: none, margin: none, windowMonths, annualDiscountRate };
    const months = new ExpectedMonths({ ...nothing, pChurn: probabilities, horizonMonths: 12 });
    expectSame(months.within(12, 0.1), by(probabilities, 12));
    expectSame(months.within(30, 0.1), by(probabilities, 30));
    expectSame(told(probabilities, probabilities.toReversed(), 2).within(30, 0.1), by(probabilities, 30));
  });

  it('has months that the run is known to have counted, but for what cannot be', () => {
    const months = told(probabilities, probabilities);
    const six = by(probabilities, 6);
    months.know(
      6,
      Float64Array.from(probabilities, (_, i) => [1, 2.5, 6, NaN, 7, -1, Infinity][i]),
    );
    expectSame(months.within(6, 0.1), Float64Array.from([1, 2.5, 6, ...six.subarray(3)]));
    expectSame(months.within(6, 0), by(probabilities, 6, 0));
    months.know(12, new Float64Array(probabilities.length));
    expectSame(months.within(12, 0.1), by(probabilities, 12));
  });

  it('gives back what is kept, and calculates it again', () => {
    const months = told(probabilities, probabilities);
    const before = months.within(24, 0.1);
    expect(months.within(24, 0.1)).toBe(before);
    months.forget();
    expect(months.within(24, 0.1)).toEqual(before);
  });
});
