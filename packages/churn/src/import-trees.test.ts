import { toXgboostJson } from '@clv/gbdt';
import { makeCustomers } from '../test/customers.js';
import { fitChurn } from './fit.js';
import { importTrees } from './import-trees.js';
import { rocAuc } from './metrics/roc-auc.js';
import { modelCard } from './model-card.js';
import { predictChurn } from './predict.js';

const elsewhere = makeCustomers(3000, 1);
const here = makeCustomers(3000, 2);
const labels = here.table.churn.map((value) => (value === 'Yes' ? 1 : 0));
const grown = await fitChurn(elsewhere.table, elsewhere.schema);
const xgboost: unknown = JSON.parse(JSON.stringify(toXgboostJson(grown.trees)));

describe('importTrees', () => {
  it('predicts by trees that were grown elsewhere, calibrated and judged by customers whom they have not seen', async () => {
    const { model, probabilities } = await importTrees(xgboost, here.table, here.schema);
    expect(model.trees.trees).toEqual(grown.trees.trees);
    expect(model.report.rows).toBe(3000);
    expect(model.report.auc).toBeCloseTo(rocAuc(labels, probabilities), 10);
    expect(Math.abs(model.report.auc - rocAuc(labels, here.truth))).toBeLessThan(0.04);
    expect(model.report.ece).toBeLessThan(0.03);
    expect(model.survival).toBeDefined();
    expect(model.warnings.at(-1)).toContain('XGBoost grew the trees from other customers');
  });

  it('says of parameters no more than is known: XGBoost tells none of them', async () => {
    const { model } = await importTrees(xgboost, here.table, here.schema);
    const card = modelCard(JSON.parse(JSON.stringify(model)));
    expect(card).toContain(`${grown.trees.trees.length} boosted trees. XGBoost grew them`);
    expect(card).not.toMatch(/eta \d|maxDepth \d/);
    expect(modelCard(grown)).toMatch(/eta \d.*maxDepth \d/);
  });

  it('gives those whose outcome is not known what the model says', async () => {
    const churn = here.table.churn.map((value, row) => (row % 3 === 0 ? null : value));
    const table = { ...here.table, churn };
    const { model, probabilities } = await importTrees(xgboost, table, here.schema);
    const direct = await predictChurn(model, table);
    for (let row = 0; row < 3000; row += 3) expect(probabilities[row]).toBe(direct[row]);
  });

  it('refuses trees of other features', async () => {
    const { noise: _, ...table } = here.table;
    await expect(importTrees(xgboost, table, here.schema)).rejects.toThrow(
      /the trees have \d+ features, this table \d+/,
    );
  });
});
