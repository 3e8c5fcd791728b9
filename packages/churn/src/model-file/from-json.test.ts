import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomSource } from '@clv/contracts';
import { ModelFormatError } from '@clv/gbdt';
import { makeCustomers } from '../../test/customers.js';
import type { ChurnModel } from '../churn-model.js';
import { fitChurn } from '../fit.js';
import { predictChurn } from '../predict.js';
import { fromJSON } from './from-json.js';

const { table, schema } = makeCustomers(500);
const params = { rounds: 10, earlyStoppingRounds: 0 };
const models: ChurnModel[] = [];
beforeAll(async () => {
  for (const calibration of ['none', 'platt', 'beta', 'isotonic'] as const)
    models.push(await fitChurn(table, schema, { params, calibration }));
});
const copyOf = (model: ChurnModel) => JSON.parse(JSON.stringify(model));

describe('fromJSON', () => {
  it('gives the same model back, bit for bit, with every calibration', async () => {
    for (const model of models) {
      const loaded = fromJSON(copyOf(model));
      expect(loaded).toEqual(model);
      expect(await predictChurn(loaded, table)).toEqual(await predictChurn(model, table));
    }
  });

  it('still loads every released format, and predicts within 1e-12', async () => {
    for (const version of [1]) {
      const file = join(process.cwd(), `test/golden/churn-model-v${version}.json`);
      const { model, customers, probabilities } = JSON.parse(readFileSync(file, 'utf8'));
      const predicted = await predictChurn(fromJSON(model), customers);
      for (const [row, p] of predicted.entries())
        expect(Math.abs(p - probabilities[row])).toBeLessThan(1e-12);
    }
  });

  it.each<[string, (model: ChurnModel) => void, string]>([
    ['version', (m) => Object.assign(m, { version: 2 }), 'version must be 1: 2'],
    [
      'calibration',
      (m) => Object.assign(m.calibration, { method: 'sigmoid' }),
      'calibration must have a method out of none, platt, beta, isotonic: "sigmoid"',
    ],
    [
      'extra',
      (m) => Object.assign(m, { warning: [] }),
      'warning is not understood: unknown field: warning (did you mean warnings?)',
    ],
    ['report.auc', (m) => Object.assign(m.report, { auc: null }), 'report.auc must be a finite number: null'],
    ['madeBy', (m) => Reflect.deleteProperty(m, 'madeBy'), 'madeBy is missing'],
    [
      'encoding.columns',
      (m) => m.encoding.columns.pop(),
      'encoding.featureNames must agree with encoding.columns',
    ],
    ['trees', (m) => (m.trees.trees[0].left[0] = 99), 'trees.trees[0].left[0]'],
    [
      'reference',
      (m) => m.reference.columns[1].customers.pop(),
      'reference.columns[1].customers must agree with its count',
    ],
  ])('refuses a damaged %s by its path', (_, damage, message) => {
    const document = copyOf(models[1]);
    damage(document);
    expect(() => fromJSON(document)).toThrow(ModelFormatError);
    expect(() => fromJSON(document)).toThrow(message);
  });

  it('refuses a hidden prototype, and what is not a model at all', () => {
    const text = JSON.stringify(models[0]).replace('{', '{"__proto__":{"format":"clv-churn"},');
    expect(() => fromJSON(JSON.parse(text))).toThrow('__proto__ is not understood');
    for (const nothing of [null, undefined, 7, 'model', []])
      expect(() => fromJSON(nothing)).toThrow(ModelFormatError);
  });

  it('loads or throws its own error over 3,000 mutations', () => {
    const random = randomSource(8);
    const pick = <T>(values: T[]) => values[Math.floor(random() * values.length)];
    let refused = 0;
    for (let mutation = 0; mutation < 3000; mutation++) {
      const document = copyOf(models[mutation % 4]);
      let place = document;
      while (random() < 0.8) {
        const inner = Object.values(place).filter((value) => typeof value === 'object' && value !== null);
        if (inner.length === 0) break;
        place = pick(inner);
      }
      const names = Object.keys(place);
      if (names.length > 0) place[pick(names)] = pick([null, -1, 1e308, 0.5, 'x', [], {}, true, undefined]);
      try {
        fromJSON(document);
      } catch (error) {
        expect(error).toBeInstanceOf(ModelFormatError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(1500);
  });
});
