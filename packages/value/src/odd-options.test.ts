import { describeOddOptions } from '../../../tools/odd-options/describe-odd-options.js';
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
const contracts = {
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
const valuing = { timeUnit: 'week', months: 2, monthlyDiscountRate: 0.01 };

describeOddOptions(
  api,
  {
    contractualValue: () => ({
      options: {
        margin: [10],
        churnProbability: [0.1],
        horizonMonths: 6,
        windowMonths: 3,
        annualDiscountRate: 0.1,
        discountOffer: { price: [20], discount: 0.1, months: 3 },
        preset: undefined,
      },
    }),
    'contractualValue by curves': () => ({
      options: {
        margin: [10],
        survival: Array(12)
          .fill(0.9)
          .map((p, m) => p ** m),
      },
    }),
    discountedMonths: () => ({
      options: { churnProbability: [0.1], months: 12, windowMonths: 3, annualDiscountRate: 0.1 },
    }),
    'discountedMonths by curves': () => ({ options: { survival: [1, 0.9], months: 2 } }),
    cohortSurvival: () => ({ model: contracts, periods: 5 }),
    summarizeTransactions: () => ({
      table: sales,
      options: {
        customer: 'customer_id',
        date: 'date',
        amount: 'amount',
        returns: 'exclude',
        calibrationEnd: '2024-01-15',
        holdoutEnd: '2024-03-01',
        timeUnit: 'month',
      },
    }),
    expectedPurchases: () => ({ model: purchases, table: customers, time: 4 }),
    expectedPurchasesOfNewcomer: () => ({ model: purchases, time: 4 }),
    purchaseProbability: () => ({ model: purchases, count: 2, time: 4 }),
    probabilityAlive: () => ({ model: purchases, table: customers }),
    expectedSpend: () => ({ model: spend, table: customers }),
    customerValue: () => ({ model: purchases, spend, table: customers, options: valuing }),
    valueIntervals: () => ({
      model: purchases,
      spend,
      table: customers,
      options: {
        ...valuing,
        resamples: 2,
        confidence: 0.8,
        seed: 1,
        signal: new AbortController().signal,
        onProgress: () => {},
      },
    }),
    fitShiftedBetaGeometric: () => ({ cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]] }),
  },
  {
    fixed: ['table', 'valueIntervals.options.seed'],
    made: ['model', 'spend'],
    dataAlone: ['fitBgNbd', 'fitGammaGamma', 'fitParetoNbd'],
    also: {
      preset: ['simple'],
      calibrationEnd: [new Date('2024-01-15')],
      holdoutEnd: [new Date('2024-03-01')],
    },
  },
);
