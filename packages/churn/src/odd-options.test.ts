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

const keep = ['table'];

describeOddOptions(churn, () => {
  const fit = { args: { table, schema, options: fitting }, keep, options: ['options'] };
  return {
    crossFitChurn: fit,
    fitChurn: fit,
    fitOnceChurn: { args: { table, schema, options: once }, keep, options: ['options'] },
    importTrees: {
      args: { xgboost: toXgboostJson(model.trees), table, schema, options: fitting },
      keep,
      options: ['options'],
    },
    predictChurn: { args: { model, table }, keep, options: ['model'] },
    prepareChurn: { args: { model }, options: ['model'] },
    survivalCurve: {
      args: { model, table, options: { months: 3, probabilities } },
      keep,
      options: ['model', 'options'],
    },
    survivalByTenure: {
      args: {
        survival: model.survival,
        options: { tenures: [1, 9, 40], probabilities: [0.1, 0.2, 0.3], months: 3, windowMonths: 3 },
      },
      options: ['options'],
    },
    explainChurn: {
      args: { model, table, options: { top: 1, rows: [0] } },
      keep,
      options: ['model', 'options'],
    },
    churnImportance: { args: { model, table }, keep, options: ['model'] },
    partialDependence: {
      args: { model, table, column: 'tenure', options: { points: 2, sample: 9 } },
      keep,
      options: ['model', 'options'],
    },
    evaluateChurn: {
      args: { labels, scores, options: { ...campaign, keepScores: true } },
      options: ['options'],
    },
    checkClasses: {
      args: { labels: Int8Array.from({ length: 200 }, (_, i) => i % 2), column: 'churn' },
      keep: ['column'],
    },
    compareModels: {
      args: { a: report, b: report, options: { resamples: 9, seed: 1 } },
      options: ['options'],
    },
    modelCard: { args: { model }, options: ['model'] },
    fromJSON: { args: { json: model }, options: ['json'] },
    calibrationInTheLarge: { args: { labels, probabilities: scores } },
    drift: {
      args: {
        model,
        table,
        options: { labels: probabilities.map((_, i) => i % 2), reference: { table, probabilities } },
      },
      keep,
      options: ['model', 'options'],
    },
    rocAuc: { args: { labels, scores } },
    empc: { args: { labels, scores, options: campaign }, options: ['options'] },
    mpc: { args: { labels, scores, options: profit }, options: ['options'] },
    profitCurve: { args: { labels, scores, options: profit }, options: ['options'] },
  };
});

describe('the parameters of trees', () => {
  const fit = (of: object) => churn.fitChurn(table, schema, { params: of, folds: 2 });
  describeOddOptions({ fit }, () => ({ fit: { args: { params }, options: ['params'] } }));
});

describe('what drift is compared with', () => {
  const compare = (reference: { probabilities: ArrayLike<number> }) =>
    churn.drift(model, table, { reference: { table, ...reference } });
  describeOddOptions({ compare }, () => ({
    compare: { args: { reference: { probabilities } }, options: ['reference'] },
  }));
});
