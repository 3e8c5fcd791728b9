import { describeOptionKinds } from '../../../tools/option-kinds/describe-option-kinds.js';
import * as api from './index.js';
import type { BgNbdModel } from './purchases/purchase-model.js';
import type { GammaGammaModel } from './spend/gamma-gamma-model.js';
import type { ShiftedBetaGeometricModel } from './contractual/cohort-model.js';

const purchases = {
  format: 'clv-bg-nbd',
  version: 1,
  parameters: { r: 0.2, alpha: 4, a: 0.8, b: 2.5 },
} as BgNbdModel;
const spend = { format: 'clv-gamma-gamma', version: 1, parameters: { p: 6, q: 4, v: 15 } } as GammaGammaModel;
const cohorts = {
  format: 'clv-shifted-beta-geometric',
  version: 1,
  parameters: { alpha: 0.7, beta: 1.2 },
} as ShiftedBetaGeometricModel;
const ages = Array.from({ length: 300 }, (_, i) => 20 + (i % 19));
const customers = {
  frequency: ages.map((_, i) => i % 4),
  recency: ages.map((age, i) => (i % 4 === 0 ? 0 : age * (0.3 + (i % 7) / 10))),
  age: ages,
  monetary_value: ages.map((_, i) => 10 + (i % 11)),
};
const sales = { customer_id: ['a', 'a'], date: ['2024-01-01', '2024-02-01'], amount: [5, 6] };
const valuing = { timeUnit: ['week', 'day'], months: [2], monthlyDiscountRate: [0.01, 0] };

describeOptionKinds(
  api,
  {
    contractualValue: {
      options: {
        margin: [[10], Float64Array.of(10)],
        churnProbability: [[0.1]],
        horizonMonths: [6],
        windowMonths: [3],
        annualDiscountRate: [0.1],
        discountOffer: [{ price: [20], discount: 0.1, months: 3 }],
        preset: [undefined, 'simple'],
      },
      call: (options) => api.contractualValue(options),
    },
    'contractualValue by curves': {
      options: { margin: [[10]], survival: [[1, 0.9]], horizonMonths: [2] },
      call: (options) => api.contractualValue(options),
    },
    'contractualValue of a discount': {
      options: { price: [[20]], discount: [0.1], months: [3] },
      call: (discountOffer) => api.contractualValue({ margin: [10], churnProbability: [0.1], discountOffer }),
    },
    discountedMonths: {
      options: { churnProbability: [[0.1]], months: [12], windowMonths: [3], annualDiscountRate: [0.1] },
      call: (options) => api.discountedMonths(options),
    },
    'discountedMonths by curves': {
      options: { survival: [[1, 0.9]], months: [2] },
      call: (options) => api.discountedMonths(options),
    },
    cohortSurvival: {
      options: { periods: [5] },
      arePositional: true,
      call: ({ periods }: Record<string, number>) => api.cohortSurvival(cohorts, periods),
    },
    summarizeTransactions: {
      options: {
        customer: ['customer_id'],
        date: ['date'],
        amount: ['amount'],
        returns: ['exclude'],
        calibrationEnd: ['2024-01-15', new Date('2024-01-15')],
        holdoutEnd: ['2024-03-01', new Date('2024-03-01')],
        timeUnit: ['month'],
      },
      call: (options) => api.summarizeTransactions(sales, options),
    },
    expectedPurchases: {
      options: { time: [4] },
      arePositional: true,
      call: ({ time }: Record<string, number>) => api.expectedPurchases(purchases, customers, time),
    },
    expectedPurchasesOfNewcomer: {
      options: { time: [4] },
      arePositional: true,
      call: ({ time }: Record<string, number>) => api.expectedPurchasesOfNewcomer(purchases, time),
    },
    purchaseProbability: {
      options: { count: [2], time: [4] },
      arePositional: true,
      call: ({ count, time }: Record<string, number>) => api.purchaseProbability(purchases, count, time),
    },
    customerValue: {
      options: valuing,
      call: (options) => api.customerValue(purchases, spend, customers, options),
    },
    valueIntervals: {
      options: {
        ...valuing,
        resamples: [2],
        level: [0.8],
        seed: [1],
        signal: [new AbortController().signal],
        onProgress: [() => {}],
      },
      call: (options) => api.valueIntervals(purchases, spend, customers, options),
    },
  },
  [
    ...['NotConvergedError', 'expectedSpend', 'fitBgNbd', 'fitGammaGamma', 'fitParetoNbd'],
    ...['fitShiftedBetaGeometric', 'probabilityAlive'],
  ],
);
