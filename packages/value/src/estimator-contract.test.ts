import { randomSource } from '@clv/contracts';
import { describeEstimator } from '../../../tools/estimator-contract/describe-estimator.js';
import {
  expectedPurchases,
  expectedSpend,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  probabilityAlive,
  type BgNbdModel,
  type GammaGammaModel,
  type PurchaseModel,
} from './index.js';
import { simulateHistory } from './simulate-history.js';

const fitted = { version: 1, standardErrors: {}, logLikelihood: 0, customers: 0 };
const buying = { ...fitted, format: 'clv-bg-nbd', parameters: { r: 0.24, alpha: 4.4, a: 0.79, b: 2.43 } };
const spending = { ...fitted, format: 'clv-gamma-gamma', parameters: { p: 6.25, q: 3.74, v: 15.44 } };

/** Customers as in the CDNOW data, all watched for 39 weeks. */
const histories = {
  ...simulateHistory(
    buying as unknown as BgNbdModel,
    spending as unknown as GammaGammaModel,
    new Float64Array(1000).fill(39),
    randomSource(4),
  ),
};

const shared = {
  options: {},
  choosesColumns: false,
  blank: 'refused' as const,
  lacking: (column: string) => `unknown column: ${column}`,
};

describe.each([
  ['BG/NBD', fitBgNbd],
  ['Pareto/NBD', fitParetoNbd],
])('%s', (name, fit) => {
  describeEstimator<PurchaseModel>(`value, ${name}`, {
    ...shared,
    table: histories,
    numbers: ['frequency', 'recency', 'age'],
    fit: (columns) => fit(columns),
    apply: (model, columns) => [probabilityAlive(model, columns), expectedPurchases(model, columns, 12)],
  });
});

const repeats = Array.from(histories.frequency.keys()).filter((i) => histories.frequency[i] > 0);

describeEstimator<GammaGammaModel>('value, gamma-gamma', {
  ...shared,
  table: Object.fromEntries(
    Object.entries(histories).map(([name, cells]) => [name, repeats.map((i) => cells[i])]),
  ),
  numbers: ['monetary_value', 'frequency'],
  fit: (columns) => fitGammaGamma(columns),
  apply: (model, columns) => [expectedSpend(model, columns)],
});
