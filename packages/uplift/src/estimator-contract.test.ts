import { describeEstimator } from '../../../tools/estimator-contract/describe-estimator.js';
import { simulateExperiment } from '../test/simulated-experiment.js';
import { fitUplift, predictUplift, type Learner, type UpliftOptions } from './index.js';

const { table } = simulateExperiment({ customers: 400, seed: 8 });

describe.each<Learner>(['S', 'T', 'X', 'DR'])('learner %s', (learner) => {
  describeEstimator('uplift', {
    table,
    numbers: ['x0', 'x1', 'x2'],
    options: { outcome: 'outcome', offer: 'offer', propensity: 'propensity', learner, folds: 3 },
    choosesColumns: true,
    blank: 'taken',
    lacking: (column) => `unknown column: ${column}`,
    fit: (columns, options, features) =>
      fitUplift(columns, { ...(options as UpliftOptions), features: [...features] }),
    async apply(model, columns) {
      const { effect, standardError, baseline } = await predictUplift(model, columns);
      return [effect, standardError, baseline];
    },
  });
});
