import { describeOptionKinds } from '../../../tools/option-kinds/describe-option-kinds.js';
import * as api from './index.js';

const table = { price: ['1', '2'], plan: ['a', 'b'], churned: [0, 1] };
const schema = api.defineSchema({ label: 'churned', price: 'price' });
const { encoding } = api.encodeFeatures(table, schema);
type Column = Record<string, string>;

describeOptionKinds(
  api,
  {
    readNumbers: {
      options: { decimal: ['.', ','] },
      call: (options) => api.readNumbers(table, 'price', options),
    },
    readOutcomes: {
      options: { decimal: ['.', ','] },
      call: (options) => api.readOutcomes(table, 'price', options),
    },
    'readNumbers of a column': {
      options: { column: ['price'] },
      arePositional: true,
      call: ({ column }: Column) => api.readNumbers(table, column),
    },
    readText: {
      options: { column: ['price'] },
      arePositional: true,
      call: ({ column }: Column) => api.readText(table, column),
    },
    readColumn: {
      options: { column: ['price'] },
      arePositional: true,
      call: ({ column }: Column) => api.readColumn(table, column),
    },
    defineSchema: { options: { decimal: ['.', ','] }, call: (options) => api.defineSchema({}, options) },
    'defineSchema of roles': {
      options: {
        ...{ id: ['id'], label: ['left'], price: ['price'], margin_rate: [0.5], tenure: ['tenure'] },
        ...{
          snapshot: ['2024-01-31'],
          segment_features: [['tenure']],
          features: [['tenure']],
          exclude: [['x']],
        },
      },
      call: (roles) => api.defineSchema(roles),
    },
    validateTable: {
      options: { kinds: [new Map([['plan', 'number']])] },
      call: (options) => api.validateTable(table, schema, options),
    },
    applyEncoding: {
      options: { spent: [new Float32Array(2)] },
      arePositional: true,
      call: ({ spent }: { spent: Float32Array }) => api.applyEncoding(encoding, table, spent),
    },
  },
  [
    ...[
      'columnNames',
      'rowCount',
      'readLabels',
      'parseDate',
      'inferSchema',
      'findLabelCopies',
      'assertSound',
    ],
    ...['FeatureKindCounts', 'featureColumns', 'encodeFeatures', 'featurelessFaults', 'infiniteFaults'],
  ],
);
