import { describeOddOptions } from '../../../tools/odd-options/describe-odd-options.js';
import * as api from './index.js';

const offers = [{ id: 'none' }, { id: 'call', discount: 0.1, lift: 0.1 }];
const telco = { customers: 10, seed: 42, scenario: 'telco', truth: true, offers } as const;
const table = api.synthesizeColumns({ customers: 200, truth: false });
const schema = {
  format: 'clv-schema',
  version: 1,
  roles: { id: 'customer_id', label: 'churned' },
  decimal: '.',
} as const;
const like = api.fitSynthesizer(table, schema);
const options = {
  customers: 10,
  seed: 42,
  scenario: 'saas',
  truth: true,
  offers,
  experiment: { assignment: 'random' },
} as const;

describeOddOptions(
  api,
  {
    synthesize: () => ({ options }),
    synthesizeColumns: () => ({ options }),
    'synthesize with shares': () => ({
      options: { customers: 10, offers, experiment: { propensities: { none: 0.5, call: 0.5 } } },
    }),
    'synthesize like others': () => ({ options: { customers: 10, like } }),
    synthesizeBlocks: () => ({ options }),
    synthesizeRows: () => ({ options, from: 2, to: 5 }),
    synthesizeCoded: () => ({ options, from: 2, to: 5 }),
    fillCoded: () => ({
      columns: api.synthesizeCoded(telco, 0, 10),
      options: telco,
      from: 0,
      to: 5,
    }),
    synthesizeTransactions: () => ({
      options: {
        customers: 5,
        seed: 1,
        weeks: 20,
        joiningWeeks: 3,
        start: '2024-01-31',
        purchases: { r: 0.2, alpha: 4, a: 0.8, b: 2.4 },
        spend: { p: 6, q: 4, v: 15 },
        truth: true,
      },
    }),
    scenarioRoles: () => ({ scenario: 'saas' }),
  },
  {
    fixed: ['columns'],
    written: ['columns'],
    made: ['like'],
    working: ['synthesize', 'synthesizeBlocks', 'synthesizeTransactions'],
    dataAlone: ['fitSynthesizer', 'aucCeiling', 'reportOverlap', 'packedIds'],
    also: { 'options.like': [undefined], 'options.scenario': [undefined] },
  },
);
