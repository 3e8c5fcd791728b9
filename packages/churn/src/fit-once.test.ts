import { makeCustomers } from '../test/customers.js';
import { fitOnceChurn } from './fit-once.js';
import { rocAuc } from './metrics/roc-auc.js';
import { modelCard } from './model-card.js';
import { fromJSON } from './model-file/from-json.js';
import { predictChurn } from './predict.js';

const customers = makeCustomers(4000);
const labels = customers.table.churn.map((value) => (value === 'Yes' ? 1 : 0));

describe('fitOnceChurn', () => {
  it('is judged on the fifth that it has not seen, and says that it has seen the others', async () => {
    const { model } = await fitOnceChurn(customers.table, customers.schema);
    expect([model.folds, model.report.rows]).toEqual([1, 800]);
    expect(Math.abs(model.report.auc - rocAuc(labels, customers.truth))).toBeLessThan(0.04);
    expect(model.warnings.join(' ')).toContain('without cross-fitting');
    expect(fromJSON(JSON.parse(JSON.stringify(model)))).toEqual(model);
    expect(modelCard(model)).toContain(
      'Held-out figures: of the fifth of the customers whom the trees did not see.',
    );
  });

  it('gives those whom it has seen what the model says, the fifth their held-out chance, and the same twice', async () => {
    const once = await fitOnceChurn(customers.table, customers.schema);
    const direct = await predictChurn(once.model, customers.table);
    const asTheModel = direct.filter((p, row) => p === once.probabilities[row]).length;
    expect(asTheModel).toBeGreaterThanOrEqual(3200);
    expect((await fitOnceChurn(customers.table, customers.schema)).probabilities).toEqual(once.probabilities);
  });
});
