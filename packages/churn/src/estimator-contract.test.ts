import { defineSchema } from '@clv/table';
import { describeEstimator } from '../../../tools/estimator-contract/describe-estimator.js';
import { makeCustomers } from '../test/customers.js';
import { crossFitChurn } from './cross-fit.js';
import { fitChurn } from './fit.js';
import { fromJSON } from './model-file/from-json.js';
import { predictChurn } from './predict.js';

const { table, schema } = makeCustomers(800);
const schemaOf = (features: readonly string[]) =>
  defineSchema({ id: 'id', label: 'churn', features: [...features] });

describe.each(['gbdt', 'ml-xgboost'] as const)('by %s', (engine) => {
  const options = { engine, params: { rounds: 30, earlyStoppingRounds: 0 } };

  describeEstimator('churn', {
    table,
    numbers: ['tenure', 'calls', 'noise'],
    options,
    choosesColumns: true,
    blank: 'taken',
    lacking: (column) => `unknown column: ${column}`,
    fit: (columns, given, numbers) => fitChurn(columns, schemaOf(numbers), given),
    apply: async (model, columns) => [await predictChurn(model, columns)],
    load: fromJSON,
  });

  it('fits another model by another seed', async () => {
    const once = await crossFitChurn(table, schema, options);
    const other = await crossFitChurn(table, schema, { ...options, seed: 43 });
    expect(other.probabilities).not.toEqual(once.probabilities);
  });

  it('learns from one feature, and nothing from a constant one', async () => {
    const constant = table.id.map(() => 1);
    const { id, churn, calls } = table;
    const { report } = await fitChurn({ id, churn, calls }, schemaOf(['calls']), options);
    expect(report.auc).toBeGreaterThan(0.55);
    const flat = await crossFitChurn({ id, churn, constant }, schemaOf(['constant']), options);
    expect(new Set(flat.probabilities).size).toBeLessThanOrEqual(5);
    expect(flat.model.report.auc).toBeLessThan(0.55);
  });

  it('gives a customer of whom nothing is known a chance between 0 and 1', async () => {
    const model = await fitChurn(table, schema, options);
    const unknown = { contract: [''], tenure: [null], calls: [NaN], noise: [undefined] };
    const [p] = await predictChurn(model, unknown);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1);
  });

  it('scores no customers where there are none', async () => {
    const model = await fitChurn(table, schema, options);
    expect(await predictChurn(model, { contract: [], tenure: [], calls: [], noise: [] })).toHaveLength(0);
  });
});
