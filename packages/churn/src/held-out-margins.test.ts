import { encodeFeatures } from '@clv/table';
import { makeCustomers } from '../test/customers.js';
import { mlXgboostEngine } from './engine/ml-xgboost.js';
import { stratifiedFolds } from './folds.js';
import { heldOutMargins } from './held-out-margins.js';
import { defaultParams } from './options.js';
import { selectLabels, selectRows } from './rows.js';

describe('heldOutMargins', () => {
  it('does not change for the customers of a fold when their own labels do', async () => {
    const { table, schema } = makeCustomers(600);
    const { matrix } = encodeFeatures(table, schema);
    const labels = Int8Array.from(table.churn, (value) => (value === 'Yes' ? 1 : 0));
    const foldOf = stratifiedFolds(labels, 3, 1);
    const marginsBy = (known: Int8Array) =>
      heldOutMargins(matrix, foldOf, 3, async (rows) => {
        const chosen = selectRows(matrix, rows);
        return (await mlXgboostEngine(chosen, selectLabels(known, rows), defaultParams, 1)).trees;
      });
    const before = await marginsBy(labels);
    const after = await marginsBy(labels.map((label, row) => (foldOf[row] === 0 ? 1 - label : label)));
    const changed = [0, 1, 2].map((fold) =>
      before.some((margin, row) => foldOf[row] === fold && margin !== after[row]),
    );
    expect(changed).toEqual([false, true, true]);
  });
});
