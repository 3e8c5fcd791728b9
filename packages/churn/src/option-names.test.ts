import { makeCustomers } from '../test/customers.js';
import type { ChurnModel } from './churn-model.js';
import { compareModels } from './compare-models.js';
import { crossFitChurn } from './cross-fit.js';
import { drift } from './drift/drift.js';
import { evaluateChurn } from './evaluate.js';
import { explainChurn } from './explain/explain.js';
import { partialDependence } from './explain/partial-dependence.js';
import { fitChurn } from './fit.js';
import { fitOnceChurn } from './fit-once.js';
import { empc } from './metrics/empc.js';
import { mpc, profitCurve } from './metrics/profit-curve.js';
import { survivalCurve } from './survival/survival-curve.js';

const { table, schema } = makeCustomers(500);
const [labels, scores] = [
  [0, 1, 0, 1],
  [0.1, 0.7, 0.4, 0.3],
];
let model: ChurnModel;
beforeAll(async () => {
  model = await fitChurn(table, schema, { params: { rounds: 5 }, calibration: 'platt' });
});

it.each<[string, string, (misspelt: object) => unknown]>([
  ['crossFitChurn', 'fold', (odd) => crossFitChurn(table, schema, odd)],
  ['fitChurn', 'fold', (odd) => fitChurn(table, schema, odd)],
  ['fitOnceChurn', 'seeed', (odd) => fitOnceChurn(table, schema, odd)],
  ['evaluateChurn', 'keepScore', (odd) => evaluateChurn(labels, scores, odd)],
  ['empc', 'clvs', (odd) => empc(labels, scores, odd)],
  ['mpc', 'gama', (odd) => mpc(labels, scores, odd)],
  ['profitCurve', 'gama', (odd) => profitCurve(labels, scores, odd)],
  [
    'compareModels',
    'resample',
    (odd) => {
      const report = evaluateChurn(labels, scores, { keepScores: true });
      return compareModels(report, report, odd);
    },
  ],
  ['survivalCurve', 'month', (odd) => survivalCurve(model, table, odd)],
  ['explainChurn', 'row', (odd) => explainChurn(model, table, odd)],
  ['partialDependence', 'point', (odd) => partialDependence(model, table, 'tenure', odd)],
  ['drift', 'label', (odd) => drift(model, table, odd)],
])('%s refuses a misspelt option, such as %s', async (_, name, call) => {
  await expect((async () => call({ [name]: 1 }))()).rejects.toThrow(`unknown option: ${name} (did you mean`);
});

it.each([0.5, NaN, '42'])('compareModels refuses the seed %p', (seed) => {
  const report = evaluateChurn(labels, scores, { keepScores: true });
  expect(() => compareModels(report, report, { seed: seed as number })).toThrow(
    `seed must be a whole number: ${seed}`,
  );
});

it('empc refuses a shape that is no number', () => {
  expect(() => empc(labels, scores, { alpha: '6' as never })).toThrow('alpha must be a number above 0: 6');
});
