import { defineSchema } from '@clv/table';
import { makeCustomers, takeRows } from '../test/customers.js';
import { crossFitChurn } from './cross-fit.js';
import { predictChurn } from './predict.js';
import { fromJSON } from './serialise/from-json.js';

const { table, schema } = makeCustomers(800);
const schemaOf = (feature: string) => defineSchema({ id: 'id', label: 'churn', features: [feature] });

describe.each(['gbdt', 'ml-xgboost'] as const)('the estimator contract, by %s', (engine) => {
  const options = { engine, params: { rounds: 30, earlyStoppingRounds: 0 } };

  it('fits the same twice, and another model by another seed', async () => {
    const once = await crossFitChurn(table, schema, options);
    expect(await crossFitChurn(table, schema, options)).toEqual(once);
    const other = await crossFitChurn(table, schema, { ...options, seed: 43 });
    expect(other.probabilities).not.toEqual(once.probabilities);
  });

  it('leaves table, schema and options as they were', async () => {
    const given = structuredClone({ table, schema, options });
    await crossFitChurn(given.table, given.schema, given.options);
    expect(given).toEqual({ table, schema, options });
  });

  it('scores a row alike, alone or among others, saved and loaded', async () => {
    const { model } = await crossFitChurn(table, schema, options);
    const all = await predictChurn(model, table);
    const some = [700, 3, 41];
    const loaded = fromJSON(JSON.parse(JSON.stringify(model)));
    expect([...(await predictChurn(loaded, takeRows(table, some)))]).toEqual(some.map((row) => all[row]));
    expect((await predictChurn(model, takeRows(table, [5])))[0]).toBe(all[5]);
    expect(await predictChurn(model, takeRows(table, []))).toHaveLength(0);
  });

  it('learns from one feature, and nothing from a constant one', async () => {
    const constant = table.id.map(() => 1);
    const { id, churn, calls } = table;
    const { report } = (await crossFitChurn({ id, churn, calls }, schemaOf('calls'), options)).model;
    expect(report.auc).toBeGreaterThan(0.55);
    const flat = await crossFitChurn({ id, churn, constant }, schemaOf('constant'), options);
    expect(new Set(flat.probabilities).size).toBeLessThanOrEqual(5);
    expect(flat.model.report.auc).toBeLessThan(0.55);
  });

  it('takes missing values for what they are, in learning and in scoring', async () => {
    const holes = { ...table, calls: table.calls.map((value, row) => (row % 3 === 0 ? NaN : value)) };
    const { model, probabilities } = await crossFitChurn(holes, schema, options);
    expect(probabilities.every((p) => p > 0 && p < 1)).toBe(true);
    const blank = await predictChurn(model, {
      contract: [''],
      tenure: [null],
      calls: [NaN],
      noise: [undefined],
    });
    expect(blank[0]).toBeGreaterThan(0);
    expect(blank[0]).toBeLessThan(1);
  });

  it('refuses what was never fitted', async () => {
    await expect(predictChurn(JSON.parse('{}'), table)).rejects.toThrow('format must be clv-churn');
  });
});
