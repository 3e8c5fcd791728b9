import { describeOddOptions } from '../../../tools/odd-options/describe-odd-options.js';
import * as api from './index.js';

const table = {
  spend: [1, 2, 30, 31],
  plan: ['a', 'b', 'c', 'd'],
  value: [1, 2, 3, 4],
  risk: [0.1, 0.2, 0.3, 0.4],
};
const model = api.fitSegments(table, { features: ['spend'], k: 2 });
const purchases = { customer_id: ['a'], date: ['2024-03-31'], amount: [10] };
const options = {
  features: ['spend'],
  categories: ['plan'],
  categoryWeight: 0.5,
  scale: 'standard',
  seed: 42,
  restarts: 2,
};

describeOddOptions(
  api,
  {
    fitSegments: () => ({ table, options: { ...options, k: 2 } }),
    chooseK: () => ({
      table,
      options: {
        ...options,
        from: 2,
        to: 3,
        refits: 1,
        signal: new AbortController().signal,
        onProgress: () => {},
      },
    }),
    nameSegments: () => ({
      model,
      table,
      options: { value: 'value', risk: 'risk', segment: [0, 0, 1, 1], archetypes: api.archetypes },
    }),
    profileSegments: () => ({ model, table, options: { measures: ['value'], categories: ['plan'] } }),
    rfm: () => ({
      purchases,
      options: { customer: 'customer_id', date: 'date', amount: 'amount', now: '2024-05-01' },
    }),
    assignSegments: () => ({ model, table }),
    segmentNumbers: () => ({ model, table }),
    matchSegments: () => ({ before: model, after: model }),
    carryNames: () => ({ before: model, after: model }),
    migration: () => ({ before: model, after: model, table }),
    adjustedRandIndex: () => ({ a: [0, 1, 0], b: [1, 1, 0] }),
  },
  {
    fixed: ['table', 'purchases'],
    made: ['model', 'before', 'after'],
    also: {
      'options.value': [[1, 2, 3, 4]],
      'options.risk': [Float64Array.of(1, 2, 3, 4)],
      now: [new Date('2024-05-01')],
    },
  },
);
