import { describeOddOptions } from '../../../tools/odd-options/describe-odd-options.js';
import * as api from './index.js';

const table = { price: ['1', '2'], plan: ['a', 'b'], churned: [0, 1] };
const schema = api.defineSchema({ label: 'churned', price: 'price' });
const { encoding } = api.encodeFeatures(table, schema);
const options = { decimal: '.' };

describeOddOptions(
  api,
  {
    readNumbers: () => ({ table, column: 'price', options }),
    readOutcomes: () => ({ table, column: 'price', options }),
    readText: () => ({ table, column: 'price' }),
    readColumn: () => ({ table, column: 'price' }),
    defineSchema: () => ({
      roles: {
        id: 'id',
        label: 'left',
        price: 'price',
        margin_rate: 0.5,
        tenure: 'tenure',
        snapshot: '2024-01-31',
        segment_features: ['tenure'],
        features: ['tenure'],
        exclude: ['x'],
      },
      options,
    }),
    validateTable: () => ({
      table,
      schema,
      options: { kinds: new Map([['plan', 'number']]), idsDiffer: true },
    }),
    assertSound: () => ({ table, schema }),
    readLabels: () => ({ table, schema }),
    featureColumns: () => ({ table, schema }),
    columnNotices: () => ({ table, schema }),
    findLabelCopies: () => ({ table, schema }),
    encodeFeatures: () => ({ table, schema }),
    applyEncoding: () => ({ encoding, table, spent: new Float32Array(2) }),
  },
  {
    fixed: ['table'],
    made: ['schema', 'encoding'],
    // A whole schema is taken as well.
    open: ['readNumbers.options', 'readOutcomes.options'],
    dataAlone: [
      'columnNames',
      'columnsNamedLike',
      'rowCount',
      'parseDate',
      'codesOf',
      'tellCodes',
      'inferSchema',
      'featurelessFaults',
      'infiniteFaults',
    ],
  },
);
