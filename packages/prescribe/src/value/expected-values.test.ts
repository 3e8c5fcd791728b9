import { randomSource } from '@clv/contracts';
import fc from 'fast-check';
import { defaultOffers } from '../offers/offer.js';
import { prescribe } from '../policy/prescribe.js';
import type { PrescribeOptions } from '../policy/prescription.js';
import { expectedValues } from './expected-values.js';
import type { CustomerInputs } from './inputs.js';

const row = (matrix: Float64Array, i: number, width: number) => [
  ...matrix.subarray(i * width, (i + 1) * width),
];

describe('expectedValues', () => {
  it('prices a customer as one does by hand', () => {
    // Leaves with .4, worth 1,000 if staying, pays 50 a month: 5% keeps .2 of .4 and costs 30 for each who stays.
    const { value, cost, pStay, gain } = expectedValues(
      { pChurn: [0.4], clv: [1000], price: [50] },
      defaultOffers,
    );
    expect(row(pStay, 0, 3)).toEqual([0.6, expect.closeTo(0.68, 12), expect.closeTo(0.74, 12)]);
    expect(row(cost, 0, 3)).toEqual([0, expect.closeTo(0.68 * 30, 10), expect.closeTo(0.74 * 60, 10)]);
    expect(row(value, 0, 3)).toEqual([600, expect.closeTo(680 - 20.4, 10), expect.closeTo(740 - 44.4, 10)]);
    expect(row(gain, 0, 3)).toEqual([0, expect.closeTo(59.6, 10), expect.closeTo(95.6, 10)]);
  });

  it('makes a sure thing cost what they redeem, and win nothing', () => {
    const { gain } = expectedValues({ pChurn: [0], clv: [1000], price: [50] }, [
      { id: 'ten', discount: 0.1, months: 6, redemption: 0.5, lift: 1 },
    ]);
    expect(gain[1]).toBeCloseTo(-0.5 * 0.1 * 50 * 6, 12);
  });

  it('makes a sleeping dog lose value', () => {
    const inputs = { pChurn: [0.2], clv: [1000], price: [50], effect: Float64Array.of(0, -0.1) };
    expect(expectedValues(inputs, [{ id: 'call', cost: 3 }]).gain[1]).toBeCloseTo(-103, 10);
  });

  it('takes billed months that are alike for all offers as one a customer', () => {
    const next = randomSource(4);
    const column = (draw: () => number) => Float64Array.from({ length: 50 }, draw);
    const columns = {
      pChurn: column(next),
      clv: column(() => 900 * next()),
      price: column(() => 60 * next()),
    };
    const months = column(() => 12 * next());
    const effectError = new Float64Array(150).fill(0.1);
    const matrix = Float64Array.from({ length: 150 }, (_, at) => months[Math.floor(at / 3)]);
    const options: PrescribeOptions = { budget: 500, budgetBasis: 'committed', riskAversion: 0.5 };
    const given = (billedMonths: Float64Array) =>
      prescribe({ ...columns, effectError, billedMonths }, options);
    expect(given(months)).toEqual(given(matrix));
    expect(() => given(column(() => -1))).toThrow(
      'row 1: billedMonths must be a finite number of at least 0',
    );
  });

  it('pays the billed months that the caller counted', () => {
    const inputs = { pChurn: [0.5], clv: [1000], price: [50], billedMonths: Float64Array.of(0, 10.5) };
    expect(expectedValues(inputs, [{ id: 'ten', discount: 0.1 }]).cost[1]).toBeCloseTo(
      0.5 * 0.1 * 50 * 10.5,
      12,
    );
  });

  it('takes each offer’s answer from where the offer says', () => {
    const inputs: CustomerInputs = {
      pChurn: [0.5],
      clv: [1],
      price: [0],
      sensitivity: [0.5],
      effect: Float64Array.of(0, NaN, 0.3, NaN),
      pStay: Float64Array.of(NaN, NaN, NaN, 0.9),
    };
    const { pStay } = expectedValues(inputs, [
      { id: 'a', lift: 0.4, response: 'sensitivity' },
      { id: 'b', response: 'uplift' },
      { id: 'c', response: 'column' },
    ]);
    expect([...pStay]).toEqual([0.5, 0.6, 0.8, 0.9]);
  });

  it('keeps probabilities in [0, 1], whatever the effect', () => {
    const inputs = {
      pChurn: [0.1, 0.9],
      clv: [1, 1],
      price: [0, 0],
      effect: Float64Array.of(0, 0.5, 0, -0.5),
    };
    expect([...expectedValues(inputs, [{ id: 'a' }]).pStay]).toEqual([0.9, 1, expect.closeTo(0.1, 12), 0]);
  });

  it('agrees with the formula for every customer and offer', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const customer = fc.record({
      p: unit,
      clv: fc.double({ min: -1e4, max: 1e5, noNaN: true }),
      price: fc.double({ min: 0, max: 1e3, noNaN: true }),
      sensitivity: unit,
    });
    const offer = fc.record({
      discount: unit,
      months: fc.nat(24),
      cost: fc.nat(50),
      redemption: unit,
      lift: unit,
    });
    fc.assert(
      fc.property(
        fc.array(customer, { maxLength: 20 }),
        fc.array(offer, { maxLength: 4 }),
        (customers, offers) => {
          const { value, offers: checked } = expectedValues(
            {
              pChurn: customers.map(({ p }) => p),
              clv: customers.map(({ clv }) => clv),
              price: customers.map(({ price }) => price),
              sensitivity: customers.map(({ sensitivity }) => sensitivity),
            },
            offers.map((o, k) => ({ id: `o${k}`, ...o })),
          );
          customers.forEach(({ p, clv, price, sensitivity }, i) =>
            checked.forEach(({ discount, months, cost, redemption, lift }, a) => {
              const stay = 1 - p + p * lift * sensitivity;
              const expected = stay * clv - (cost + stay * redemption * discount * price * months);
              expect(Math.abs(value[i * checked.length + a] - expected)).toBeLessThan(1e-6);
            }),
          );
        },
      ),
      { seed: 3 },
    );
  });

  it.each<[string, Partial<CustomerInputs>, string]>([
    ['a probability above 1', { pChurn: [0.1, 1.5] }, 'row 2: pChurn must be in [0, 1]: 1.5'],
    ['a NaN value', { clv: [NaN, NaN] }, 'row 1: clv must be a finite number: NaN (and 1 more rows)'],
    ['a negative price', { price: [-1, 2] }, 'row 1: price must be a finite number of at least 0: -1'],
    ['a short column', { sensitivity: [1] }, 'sensitivity has 1 values, expected 2, as pChurn'],
    [
      'an effect without its none column',
      { effect: new Float64Array(2) },
      'effect has 2 values, expected 4: 2 customers x 2 offers, none among them',
    ],
    [
      'an impossible effect',
      { effect: Float64Array.of(0, 0.1, 0, -3) },
      'row 2: effect of offer a must be in [-1, 1]: -3',
    ],
    ['a number that is text', { clv: ['1', 2] as never }, 'row 1: clv must be a finite number: "1"'],
  ])('refuses %s, naming it', (_, fault, message) => {
    const inputs = { pChurn: [0.1, 0.2], clv: [1, 2], price: [3, 4], ...fault };
    expect(() => expectedValues(inputs, [{ id: 'a' }])).toThrow(message);
  });

  it('refuses an offer whose answer is not there', () => {
    expect(() =>
      expectedValues({ pChurn: [0.1], clv: [1], price: [1] }, [{ id: 'a', response: 'uplift' }]),
    ).toThrow('offer a: its response is uplift, but no effect is given');
  });

  it('takes no customers for no customers', () => {
    expect(expectedValues({ pChurn: [], clv: [], price: [] }, defaultOffers)).toMatchObject({ customers: 0 });
  });
});
