import { describeOptionKinds } from '../../../tools/option-kinds/describe-option-kinds.js';
import * as api from './index.js';

const offers = [{ id: 'none' }, { id: 'call', lift: 0.1 }];
const table = api.synthesizeColumns({ customers: 200, truth: false });
const like = api.fitSynthesizer(table, {
  format: 'clv-schema',
  version: 1,
  roles: { id: 'customer_id', label: 'churned' },
  decimal: '.',
});
const options = {
  customers: [10],
  seed: [42, -3],
  scenario: ['saas'],
  like: [undefined, like],
  truth: [true, false],
  offers: [offers],
  experiment: [{}, { assignment: 'confounded' }],
};
const experimentOptions = { assignment: ['random'], propensities: [{ none: 0.5, call: 0.5 }] };
const purchases = { r: [0.2], alpha: [4], a: [0.8], b: [2.4] };
const spend = { p: [6], q: [4], v: [15] };

describeOptionKinds(
  api,
  {
    synthesize: { options, call: (options) => api.synthesize(options) },
    synthesizeColumns: { options, call: (options) => api.synthesizeColumns(options) },
    synthesizeBlocks: { options, call: (options) => api.synthesizeBlocks(options) },
    synthesizeRows: { options, call: (options) => api.synthesizeRows(options, 2, 5) },
    'synthesizeRows of some rows': {
      options: { from: [2], to: [5] },
      arePositional: true,
      call: ({ from, to }: Record<string, number>) => api.synthesizeRows({ customers: 10 }, from, to),
    },
    'synthesize with an experiment': {
      options: experimentOptions,
      call: (experiment) => api.synthesize({ customers: 10, offers, experiment }),
    },
    'synthesize with shares': {
      options: { none: [0.5], call: [0.5] },
      call: (propensities) => api.synthesize({ customers: 10, offers, experiment: { propensities } }),
    },
    'synthesize with an offer': {
      options: { id: ['call'], discount: [0.1], lift: [0.2] },
      call: (offer) => api.synthesize({ customers: 10, offers: [offer] }),
    },
    synthesizeTransactions: {
      options: {
        customers: [5],
        seed: [1],
        weeks: [20],
        joiningWeeks: [3],
        start: ['2024-01-31'],
        purchases: [{ r: 0.2, alpha: 4, a: 0.8, b: 2.4 }],
        spend: [{ p: 6, q: 4, v: 15 }],
        truth: [true],
      },
      call: (options) => api.synthesizeTransactions(options),
    },
    'synthesizeTransactions of purchases': {
      options: purchases,
      call: (purchases) => api.synthesizeTransactions({ customers: 5, purchases }),
    },
    'synthesizeTransactions of spend': {
      options: spend,
      call: (spend) => api.synthesizeTransactions({ customers: 5, spend }),
    },
    scenarioRoles: {
      options: { scenario: ['saas'] },
      arePositional: true,
      call: ({ scenario }: Record<string, string>) => api.scenarioRoles(scenario),
    },
  },
  ['fitSynthesizer', 'aucCeiling', 'reportOverlap'],
);
