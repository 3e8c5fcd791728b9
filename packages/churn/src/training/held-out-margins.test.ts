import { encodeFeatures } from '@clv/table';
import { makeCustomers } from '../../test/customers.js';
import { resolveOptions } from '../options.js';
import { stratifiedFolds } from '../rows/stratified-folds.js';
import { heldOutMargins } from './held-out-margins.js';
import { learner } from './learn.js';

describe.each([
  ['gbdt', 0],
  ['gbdt', 4],
  ['ml-xgboost', 0],
] as const)('heldOutMargins by %s, %i candidates', (engine, tune) => {
  it('does not change for the customers of a fold when their own labels do', async () => {
    const { table, schema } = makeCustomers(900);
    const { matrix } = encodeFeatures(table, schema);
    const labels = Float32Array.from(table.churn, (value) => (value === 'Yes' ? 1 : 0));
    const foldOf = stratifiedFolds(Int8Array.from(labels), 3, 1);
    const options = resolveOptions({ engine, tune, folds: 3 }, schema);
    const marginsBy = async (known: Float32Array) =>
      heldOutMargins(matrix, foldOf, 3, await learner({ matrix, labels: known }, options, 4));
    const before = await marginsBy(labels);
    const after = await marginsBy(labels.map((label, row) => (foldOf[row] === 0 ? 1 - label : label)));
    const changed = [0, 1, 2].map((fold) =>
      before.some((margin, row) => foldOf[row] === fold && margin !== after[row]),
    );
    expect(changed).toEqual([false, true, true]);
  });
});
