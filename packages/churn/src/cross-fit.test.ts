import { rocAuc } from './metrics/roc-auc.js';
import { crossFitChurn } from './cross-fit.js';
import { evaluateChurn } from './evaluate.js';
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

  it('finds nothing in labels that were drawn at random', async () => {
    const { table, schema } = makeCustomers(4000, 2);
    const { model } = await crossFitChurn({ ...table, churn: customers.table.churn }, schema);
    expect(Math.abs(model.report.auc - 0.5)).toBeLessThan(0.03);
  });

  it('lets its caller judge the held-out probabilities, elsewhere and later', async () => {
    const own = await crossFitChurn(customers.table, customers.schema);
    const seen: ArrayLike<number>[] = [];
    const { model } = await crossFitChurn(customers.table, customers.schema, {
      judge: async (outcomes, probabilities) => {
        seen.push(outcomes, probabilities);
        await new Promise((done) => setTimeout(done, 10));
        return { ...evaluateChurn(outcomes, probabilities), ks: -1 };
      },
    });
    expect(model.report).toEqual({ ...own.model.report, ks: -1 });
    expect(seen.map((numbers) => Array.from(numbers))).toEqual([labels, [...own.probabilities]]);
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
    const figures = ['auc', 'logLoss', 'brier', 'ece'] as const;

    it('is better than tuned native XGBoost (.8471 / .4137 / .1344), in the mean of seeds 1 to 5', async () => {
      const mean = { auc: 0, logLoss: 0, brier: 0, ece: 0 };
      for (const seed of [1, 2, 3, 4, 5]) {
        const { report } = (await crossFitChurn(telco, telcoSchema, { seed })).model;
        for (const figure of figures) mean[figure] += report[figure] / 5;
      }
      expect(mean.auc).toBeGreaterThanOrEqual(0.8475);
      expect(mean.logLoss).toBeLessThanOrEqual(0.4135);
      expect(mean.brier).toBeLessThanOrEqual(0.1343);
      expect(mean.ece).toBeLessThanOrEqual(0.015);
    });

    it('is as good by ml-xgboost, within 0.005 of AUC', async () => {
      const ours = (await crossFitChurn(telco, telcoSchema)).model.report;
      const theirs = (await crossFitChurn(telco, telcoSchema, { engine: 'ml-xgboost' })).model.report;
      expect(Math.abs(ours.auc - theirs.auc)).toBeLessThan(0.005);
    });
  });
}
