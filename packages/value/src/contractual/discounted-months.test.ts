import fc from 'fast-check';
import { contractualValue } from './contractual-value.js';
import { discountedMonths } from './discounted-months.js';
import { geometricSum } from './geometric-sum.js';

/** The definition, month by month. */
function byTheLoop(p: number, months: number, window: number, rate: number): number {
  const hazard = 1 - (1 - p) ** (1 / window);
  let sum = 0;
  for (let t = 1; t <= months; t++) {
    const stays = t <= window ? 1 : (1 - hazard) ** (t - window);
    sum += stays / (1 + rate) ** (t / 12);
  }
  return sum;
}

const curve = (p: number, months: number, window: number) =>
  Float64Array.from({ length: months }, (_, t) => (1 - p) ** ((t + 1) / window));

describe('discountedMonths', () => {
  it.each([2 ** 31, 2 ** 32, 2 ** 32 + 12, 1e15])('comes to an end over %d months', (months) => {
    const [forEver] = discountedMonths({ months, churnProbability: [0.1] });
    expect(forEver).toBeCloseTo(discountedMonths({ months: 10_000, churnProbability: [0.1] })[0], 10);
  });

  it('equals the sum over months, whatever the hazard, window, horizon and rate', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 24 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (p, months, window, rate) => {
          const options = { churnProbability: [p], months, windowMonths: window, annualDiscountRate: rate };
          const [ours] = discountedMonths(options);
          expect(ours / byTheLoop(p, months, window, rate)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it('counts whole months when nobody leaves and money keeps its worth', () => {
    expect([...discountedMonths({ churnProbability: [0], months: 12, annualDiscountRate: 0 })]).toEqual([12]);
  });

  it('counts the window alone when everybody leaves', () => {
    expect([...discountedMonths({ churnProbability: [1], months: 12, annualDiscountRate: 0 })]).toEqual([3]);
  });

  it('gives a curve of constant hazard what its probability gives, whether the window is inside the horizon or not', () => {
    for (const windowMonths of [1, 3, 12, 18]) {
      const [fromCurve] = discountedMonths({
        survival: curve(0.3, 12, windowMonths),
        months: 12,
        windowMonths,
      });
      const [fromChance] = discountedMonths({ churnProbability: [0.3], months: 12, windowMonths });
      expect(fromCurve).toBeCloseTo(fromChance, 12);
    }
  });

  it('divides a curve by where it stands at the end of the window', () => {
    const survival = Float64Array.of(1, 1, 0.5, 0.4, 0.25, 1, 0, 0, 0, 0);
    const months = discountedMonths({ survival, months: 5, windowMonths: 3, annualDiscountRate: 0 });
    expect([...months]).toEqual([3 + 0.8 + 0.5, 3]);
  });

  it('names every row whose chance is not in [0, 1]', () => {
    const attempt = () => discountedMonths({ churnProbability: [0.5, -0.1, NaN, 1.1], months: 12 });
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        row: 2,
        faults: [2, 3, 4].map((row) => expect.objectContaining({ row, column: 'churnProbability' })),
      }),
    );
  });

  it('names every customer whose curve rises', () => {
    const survival = [0.9, 0.8, 0.7, 0.75, 1, NaN];
    expect(() => discountedMonths({ survival, months: 2 })).toThrow(
      'row 2, survival: month 2 must be in [0, 1] and not above the month before: 0.75\nrow 3',
    );
  });

  it.each([
    [{ months: 0 }, 'months must be a whole number of at least 1: 0'],
    [{ months: 12, windowMonths: 1.5 }, 'windowMonths must be a whole number of at least 1: 1.5'],
    [{ months: 12, annualDiscountRate: -0.1 }, 'annualDiscountRate must be a number of at least 0: -0.1'],
    [{ months: 12, churnProbability: undefined }, 'give either churnProbability or survival'],
    [{ months: 12, survival: [1] }, 'give either churnProbability or survival'],
  ])('refuses %j', (options, message) => {
    expect(() => discountedMonths({ churnProbability: [0.5], ...options })).toThrow(message);
  });
});

describe('geometricSum', () => {
  it('is the sum by halving, to the last bit', () => {
    /** The sum of q^1 to q^n, and q^n. */
    const byHalving = (q: number, n: number): [sum: number, power: number] => {
      if (n === 0) return [0, 1];
      const [half, power] = byHalving(q, Math.floor(n / 2));
      const [sum, squared] = [half + half * power, power * power];
      return n % 2 === 0 ? [sum, squared] : [q * (1 + sum), squared * q];
    };
    for (const q of [0, 0.3, 0.97, 1, 1.02])
      for (let n = 0; n < 130; n++) expect(geometricSum(q, n)).toBe(byHalving(q, n)[0]);
  });

  it('keeps its accuracy where the ratio is next to 1', () => {
    const q = 1 - 2 ** -50;
    expect(geometricSum(q, 1000)).toBeCloseTo(1000 - (1000 * 1001 * 2 ** -50) / 2, 12);
  });
});

describe('contractualValue', () => {
  it('is the margin times the discounted months of the horizon', () => {
    const churnProbability = [0, 0.2, 1];
    const months = discountedMonths({ churnProbability, months: 24, windowMonths: 2 });
    const value = contractualValue({
      margin: [10, 20, 0],
      churnProbability,
      horizonMonths: 24,
      windowMonths: 2,
    });
    expect([...value]).toEqual([10 * months[0], 20 * months[1], 0]);
  });

  it("is twelve times the margin in the preset 'simple'", () => {
    expect([...contractualValue({ margin: [10, 2.5], preset: 'simple' })]).toEqual([120, 30]);
    for (let horizonMonths = 1; horizonMonths <= 120; horizonMonths++)
      expect(contractualValue({ margin: [9.99], preset: 'simple', horizonMonths })[0]).toBe(
        9.99 * horizonMonths,
      );
  });

  it("is less by a discount in the preset 'simple' too, in as many months as it runs within the horizon", () => {
    const simple = { margin: [20, 30], preset: 'simple', horizonMonths: 6 } as const;
    const discounted = (months: number) => [
      ...contractualValue({ ...simple, discountOffer: { price: [50, 60], discount: 0.1, months } }),
    ];
    expect(discounted(4)).toEqual([6 * 20 - 4 * 5, 6 * 30 - 4 * 6]);
    expect(discounted(24)).toEqual([6 * 20 - 6 * 5, 6 * 30 - 6 * 6]);
    const discountOffer = { price: [50, 600], discount: 0.1, months: 4 };
    expect(() => contractualValue({ ...simple, discountOffer })).toThrow(
      'row 2, price: a discount of 60 is above the margin of 30',
    );
  });

  it('is less by a discount, in the months in which it runs and the customer is there', () => {
    const churnProbability = [0.3, 0.9];
    const margin = [20, 30];
    const discountOffer = { price: [50, 60], discount: 0.1, months: 6 };
    const months = (of: number) => discountedMonths({ churnProbability, months: of });
    const less = (i: number) => margin[i] * months(12)[i] - 0.1 * discountOffer.price[i] * months(6)[i];
    const survival = Float64Array.from([...curve(0.3, 12, 3), ...curve(0.9, 12, 3)]);
    for (const staying of [{ churnProbability }, { survival }]) {
      const value = contractualValue({ margin, discountOffer, ...staying });
      [0, 1].forEach((i) => expect(value[i]).toBeCloseTo(less(i), 10));
    }
  });

  it('refuses a discount above the margin, naming rows: a value is never negative', () => {
    const discountOffer = { price: [100, 100], discount: 0.3, months: 12 };
    expect(() => contractualValue({ margin: [30, 20], churnProbability: [0, 0], discountOffer })).toThrow(
      'row 2, price: a discount of 30 is above the margin of 20',
    );
  });

  it('takes a discount that is the whole margin, which the product of doubles may exceed in its last digit', () => {
    const price = [3, 7, 35.9];
    const margin = [0.3, 0.7, 3.59];
    expect(price.some((each, i) => each * 0.1 > margin[i])).toBe(true);
    for (const months of [5, 12]) {
      const discountOffer = { price, discount: 0.1, months };
      const value = contractualValue({ margin, churnProbability: [0.3, 0.3, 0.3], discountOffer });
      const full = contractualValue({ margin, churnProbability: [0.3, 0.3, 0.3] });
      const some = discountedMonths({ churnProbability: [0.3], months });
      value.forEach((each, i) => {
        expect(each).toBeGreaterThanOrEqual(0);
        expect(each).toBeCloseTo(full[i] - margin[i] * some[0], 12);
      });
    }
  });

  it('refuses margins below 0 or not numbers, naming their rows', () => {
    const attempt = () => contractualValue({ margin: [1, -2, NaN], churnProbability: [0, 0, 0] });
    expect(attempt).toThrow('row 2, margin: must be a number of at least 0: -2\nrow 3, margin');
  });

  it('refuses margins whose sum over the horizon is not finite, in either preset', () => {
    for (const preset of ['simple', undefined] as const)
      expect(() => contractualValue({ margin: [1e307, 1e308], churnProbability: [0, 0], preset })).toThrow(
        /^row 2, margin: must be at most 1\.49\d*e\+307, for 12 months of it to add up to a number: 1e\+308$/,
      );
  });

  it('refuses lengths that disagree', () => {
    expect(() => contractualValue({ margin: [1, 2], churnProbability: [0.1] })).toThrow(
      'churnProbability must have 2 values for 2 margins: 1',
    );
    expect(() => contractualValue({ margin: [1, 2], survival: new Float64Array(12) })).toThrow(
      'survival must have 24 values for 2 margins: 12',
    );
  });
});
