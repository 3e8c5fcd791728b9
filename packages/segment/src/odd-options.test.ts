import { describeOptionKinds } from '../../../tools/option-kinds/describe-option-kinds.js';
import * as api from './index.js';

const table = {
  spend: [1, 2, 30, 31],
  plan: ['a', 'b', 'a', 'b'],
  value: [1, 2, 3, 4],
  risk: [0.1, 0.2, 0.3, 0.4],
};
const model = api.fitSegments(table, { features: ['spend'], k: 2 });
const purchases = { customer_id: ['a'], date: ['2024-03-31'], amount: [10] };
const featureOptions = {
  features: [['spend']],
  categories: [['plan'], []],
  categoryWeight: [0.5],
  scale: ['standard', 'rank'],
  seed: [42, -1],
  restarts: [2],
};

describeOptionKinds(
  api,
  {
    fitSegments: {
      options: { ...featureOptions, k: [2] },
      call: (options) => api.fitSegments(table, options),
    },
    chooseK: {
      options: {
        ...featureOptions,
        from: [2],
        to: [3],
        refits: [1],
        signal: [new AbortController().signal],
        onProgress: [() => {}],
      },
      call: (options) => api.chooseK(table, options),
    },
    nameSegments: {
      options: {
        value: ['value', [1, 2, 3, 4]],
        risk: ['risk', Float64Array.of(1, 2, 3, 4)],
        segment: [Int32Array.of(0, 0, 1, 1)],
        archetypes: [api.archetypes],
      },
      call: (options) => api.nameSegments(model, table, options),
    },
    profileSegments: {
      options: { measures: [['value']], categories: [['plan']] },
      call: (options) => api.profileSegments(model, table, options),
    },
    rfm: {
      options: {
        customer: ['customer_id'],
        date: ['date'],
        amount: ['amount'],
        now: ['2024-05-01', new Date('2024-05-01')],
      },
      call: (options) => api.rfm(purchases, options),
    },
  },
  ['assignSegments', 'segmentNumbers', 'matchSegments', 'carryNames', 'migration', 'adjustedRandIndex'],
);
