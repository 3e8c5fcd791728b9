import { describeOddOptions } from '../../../tools/odd-options/describe-odd-options.js';
import { simulateExperiment } from '../test/simulated-experiment.js';
import * as uplift from './index.js';

const { table } = simulateExperiment({ customers: 150, seed: 8 });
const columns = { outcome: 'outcome', offer: 'offer', none: 'none', decimal: '.' } as const;
const described: Required<uplift.ExperimentColumns> = {
  ...columns,
  propensity: 'propensity',
  features: ['x0'],
  labels: { discount: 'a discount' },
};
const { counts } = uplift.findLogRows(table, columns);
const fitting: Required<Omit<uplift.UpliftOptions, 'ladder'>> & Pick<uplift.UpliftOptions, 'ladder'> = {
  ...described,
  learner: 'S',
  ladder: undefined,
  folds: 3,
  resampling: 'bootstrap',
  resamples: 2,
  seed: 1,
  threads: 1,
  counts,
  signal: new AbortController().signal,
  onProgress: () => {},
};
const { resampling, resamples, ...crossFitting } = fitting;
const checking: Required<uplift.CheckOptions> = {
  ...described,
  id: 'x1',
  shares: { none: 0.5, discount: 0.5 },
  counts,
};
const held: Required<uplift.EvaluateOptions> = {
  effect: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
  outcome: [0, 1, 1, 0, 1, 0],
  treated: [0, 1, 0, 1, 1, 0],
  propensity: 0.5,
  shares: [1],
  confidence: 0.9,
  resamples: 3,
  groups: 2,
  seed: 1,
};
const responses: Required<uplift.ResponseOptions> = { effect: [0.1], baseline: [0.5], cost: 1, value: [2] };

let model: uplift.UpliftModel;
beforeAll(async () => {
  model = await uplift.fitUplift(table, fitting);
});

describeOddOptions(
  uplift,
  {
    checkExperiment: () => ({ table, options: checking }),
    fitUplift: () => ({ table, options: fitting }),
    'fitUplift of shares': () => ({
      table,
      options: { ...columns, propensity: { none: 0.5, discount: 0.5 } },
    }),
    crossFitUplift: () => ({ table, options: crossFitting }),
    predictUplift: () => ({ model, table }),
    evaluateUplift: () => ({ options: held }),
    responseGroups: () => ({ options: responses }),
    findLogRows: () => ({ table, columns }),
    sumCounts: () => ({ parts: [counts, counts], none: 'none' }),
    faultsOfCounts: () => ({ counts, columns }),
    silentOutcomes: () => ({ counts, columns }),
    attritionNotices: () => ({ counts, none: 'none', labels: { none: 'nothing' } }),
    differentialAttrition: () => ({ arms: counts.arms }),
  },
  {
    fixed: ['table'],
    made: ['model', 'counts', 'parts.1'],
    open: ['labels', 'shares', 'columns'],
    // Of groups of one customer each nobody knows an effect.
    unknowing: ['evaluateUplift.options.groups'],
    also: {
      'checkExperiment.options.propensity': [{ none: 0.5, discount: 0.5 }],
      cost: [[1]],
      'responseGroups.options.value': [2],
    },
  },
);
