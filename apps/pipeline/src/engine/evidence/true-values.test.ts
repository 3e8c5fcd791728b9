import { configOffers } from '../policy/customer-inputs.js';
import { runTask } from '../../second-thread/run-task.js';
import { trueValues } from './true-values.js';
import { truthOf } from './truth-of.js';
import type { CheckedCustomers } from '../customers/check-customers.js';

const terms = { horizon_months: 12, window_months: 3, annual_discount_rate: 0 };
const offers = configOffers({ ...terms, offers: [{ id: 'half_off', label: 'Half off', discount: 0.5 }] });
const customers = {
  prescribed: Int32Array.of(0, 2),
  price: Float64Array.of(10, 99, 40),
  margin: Float64Array.of(5, 99, 20),
  truth: {
    pChurn: Float64Array.of(0, 0.5, 1),
    pStay: new Map([
      ['none', Float64Array.of(1, 0.5, 0)],
      ['half_off', Float64Array.of(1, 0.6, 0.25)],
    ]),
  },
} as unknown as CheckedCustomers;

describe('trueValues', () => {
  it('prices what customers would truly do, of those alone who are prescribed for', async () => {
    const truth = truthOf(customers, offers)!;
    const { pStay, cost, value } = trueValues(truth, offers, terms);
    expect(Array.from(pStay)).toEqual([1, 1, 0, 0.25]);
    // Who surely leaves after the window pays for its three months, who surely stays for twelve.
    expect(Array.from(cost)).toEqual([0, 60, 0, 0.25 * 0.5 * 40 * 3]);
    expect(Array.from(value)).toEqual([60, 0, 0, 0.25 * 20 * 3 - 15]);
  });

  it('are the same where another thread finds them', async () => {
    const truth = truthOf(customers, offers)!;
    expect(await runTask('trueValues', structuredClone(truth), structuredClone(offers), terms)).toEqual(
      trueValues(truth, offers, terms),
    );
  });
});

describe('truthOf', () => {
  it('is not known of an offer that the customers were not made with', () => {
    const others = configOffers({ ...terms, offers: [{ id: 'coffee', label: 'A coffee', cost: 3 }] });
    expect(truthOf(customers, others)).toBeUndefined();
  });

  it('is not known of customers who are real', () => {
    expect(truthOf({ ...customers, truth: undefined }, offers)).toBeUndefined();
  });
});
