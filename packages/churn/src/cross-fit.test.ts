import { rocAuc } from './metrics/roc-auc.js';
import { crossFitChurn } from './cross-fit.js';
import { predictChurn } from './predict.js';
import { makeCustomers } from '../test/customers.js';
import { readTelco, telcoSchema } from '../test/telco.js';

const customers = makeCustomers(4000);
const labels = customers.table.churn.map((value) => (value === 'Yes' ? 1 : 0));

describe('crossFitChurn', () => {
  it('comes within 0.02 of the best AUC there is', async () => {
    const { model, probabilities } = await crossFitChurn(customers.table, customers.schema);
    expect(model.report.auc).toBeGreaterThan(rocAuc(labels, customers.truth) - 0.02);
    expect(model.report.auc).toBe(rocAuc(labels, probabilities));
  });

  it('knows nothing of labels that were drawn at random', async () => {
    const { table, schema } = makeCustomers(4000, 2);
    const { model } = await crossFitChurn({ ...table, churn: customers.table.churn }, schema);
    expect(Math.abs(model.report.auc - 0.5)).toBeLessThan(0.03);
  });

  it('scores customers whose label is blank by the model itself', async () => {
    const churn = customers.table.churn.map((value, row) => (row < 100 ? '' : value));
    const table = { ...customers.table, churn };
    const { model, probabilities } = await crossFitChurn(table, customers.schema);
    const direct = await predictChurn(model, table);
    expect(probabilities.slice(0, 100)).toEqual(direct.slice(0, 100));
    expect(probabilities.slice(100)).not.toEqual(direct.slice(100));
    expect(model.report.rows).toBe(3900);
  });
});

const telco = readTelco();
if (telco) {
  describe('crossFitChurn on Telco', () => {
    it('is better than tuned native XGBoost (AUC .8471, log-loss .4137, Brier .1344)', async () => {
      const { model } = await crossFitChurn(telco, telcoSchema);
      expect(model.report.auc).toBeGreaterThan(0.8475);
      expect(model.report.logLoss).toBeLessThan(0.4135);
      expect(model.report.brier).toBeLessThan(0.1343);
      expect(model.report.ece).toBeLessThan(0.015);
    });
  });
}
