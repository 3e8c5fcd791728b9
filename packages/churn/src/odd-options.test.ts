import { toXgboostJson } from '@clv/gbdt';
import { describeOddOptions } from '../../../tools/odd-options/describe-odd-options.js';
import { makeCustomers } from '../test/customers.js';
import * as churn from './index.js';

const { table, schema } = makeCustomers(500);
const labels = [0, 1, 0, 1, 1, 0, -1];
const scores = [0.1, 0.7, 0.4, 0.3, 0.4, 0.2, 0.5];
const campaign: Required<churn.EmpcOptions> = { clv: 200, d: 10, f: 1, alpha: 6, beta: 14 };
const profit: Required<churn.ProfitOptions> = { clv: 200, d: 10, f: 1, gamma: 0.3 };
const params: Required<churn.TreeParams> = {
  rounds: 3,
  eta: 0.3,
  maxDepth: 2,
  minChildWeight: 1,
  lambda: 1,
  subsample: 1,
  colsampleBytree: 1,
  earlyStoppingRounds: 0,
};
const fitting: Required<churn.ChurnOptions> = {
  folds: 2,
  seed: 1,
  engine: 'gbdt',
  params,
  calibration: 'platt',
  tune: 0,
  timeColumn: 'tenure',
  windowMonths: 3,
  judge: churn.evaluateChurn,
  strict: false,
  signal: new AbortController().signal,
  onProgress: () => {},
};
const { folds, ...once } = fitting;

let model: churn.ChurnModel;
let report: churn.ChurnReport;
let probabilities: Float64Array;
beforeAll(async () => {
  ({ model, probabilities } = await churn.crossFitChurn(table, schema, { params, folds }));
  report = churn.evaluateChurn(labels, scores, { keepScores: true });
});

describeOddOptions(
  churn,
  {
    crossFitChurn: () => ({ table, schema, options: fitting }),
    fitChurn: () => ({ table, schema, options: fitting }),
    fitOnceChurn: () => ({ table, schema, options: once }),
    importTrees: () => ({ model: toXgboostJson(model.trees), table, schema, options: fitting }),
    predictChurn: () => ({ model, table }),
    prepareChurn: () => ({ model }),
    survivalCurve: () => ({ model, table, options: { months: 3, probabilities } }),
    survivalByTenure: () => ({
      survival: model.survival,
      options: { tenures: [1, 9, 40], probabilities: [0.1, 0.2, 0.3], months: 3, windowMonths: 3 },
    }),
    explainChurn: () => ({ model, table, options: { top: 1, rows: [0] } }),
    churnImportance: () => ({ model, table }),
    partialDependence: () => ({ model, table, column: 'tenure', options: { points: 2, sample: 9 } }),
    evaluateChurn: () => ({ labels, scores, options: { ...campaign, keepScores: true } }),
    checkClasses: () => ({ labels: Int8Array.from({ length: 200 }, (_, i) => i % 2), column: 'churn' }),
    compareModels: () => ({ a: report, b: report }),
    modelCard: () => ({ model }),
    fromJSON: () => ({ model }),
    calibrationInTheLarge: () => ({ labels, probabilities: scores }),
    drift: () => ({
      model,
      table,
      options: { labels: probabilities.map((_, i) => i % 2), reference: { table, probabilities } },
    }),
    rocAuc: () => ({ labels, scores }),
    empc: () => ({ labels, scores, options: campaign }),
    mpc: () => ({ labels, scores, options: profit }),
    profitCurve: () => ({ labels, scores, options: profit }),
  },
  {
    fixed: ['table', 'checkClasses.column'],
    working: ['prepareChurn'],
    made: ['model', 'survival', 'schema', 'a', 'b'],
  },
);
