import { contractualValue } from './contractual/contractual-value.js';
import { customerValue } from './customer-value.js';
import { discountedMonths } from './contractual/discounted-months.js';
import { summarizeTransactions } from './purchases/summarize-transactions.js';
import { valueIntervals } from './value-intervals.js';
import type { BgNbdModel } from './purchases/purchase-model.js';
import type { GammaGammaModel } from './spend/gamma-gamma-model.js';

const purchases = {
  format: 'clv-bg-nbd',
  version: 1,
  parameters: { r: 0.2, alpha: 4, a: 0.8, b: 2.5 },
} as BgNbdModel;
const spend = { format: 'clv-gamma-gamma', version: 1, parameters: { p: 6, q: 4, v: 15 } } as GammaGammaModel;
const customers = { frequency: [1], recency: [2], age: [5], monetary_value: [10] };
const staying = { margin: [10], churnProbability: [0.1] };

it.each<[string, string, (misspelt: object) => unknown]>([
  ['contractualValue', 'horizonMonth', (odd) => contractualValue({ ...staying, ...odd })],
  [
    'contractualValue of a discount',
    'month',
    (odd) => {
      const discountOffer = { price: [20], discount: 0.1, months: 3, ...odd };
      return contractualValue({ ...staying, discountOffer });
    },
  ],
  ['discountedMonths', 'window', (odd) => discountedMonths({ churnProbability: [0.1], months: 12, ...odd })],
  ['summarizeTransactions', 'timeUnits', (odd) => summarizeTransactions({}, odd)],
  [
    'customerValue',
    'month',
    (odd) => customerValue(purchases, spend, customers, { timeUnit: 'week', ...odd }),
  ],
  [
    'valueIntervals',
    'resample',
    (odd) => valueIntervals(purchases, spend, customers, { timeUnit: 'week', ...odd }),
  ],
])('%s refuses a misspelt option, such as %s', (_, name, call) => {
  expect(() => call({ [name]: 1 })).toThrow(`unknown option: ${name} (did you mean`);
});

it.each([0.5, NaN, '42'])('valueIntervals refuses the seed %p', (seed) => {
  const options = { timeUnit: 'week', seed: seed as number } as const;
  expect(() => valueIntervals(purchases, spend, customers, options)).toThrow(
    `seed must be a whole number: ${typeof seed === 'string' ? `"${seed}"` : seed}`,
  );
});

it.each(['0.1', true, null])(
  'contractualValue refuses %p, which is no number, as a discount rate',
  (rate) => {
    expect(() => contractualValue({ ...staying, annualDiscountRate: rate as never })).toThrow(
      `annualDiscountRate must be a number of at least 0: ${JSON.stringify(rate)}`,
    );
  },
);
