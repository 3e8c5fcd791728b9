import { crossFitChurn } from '../cross-fit.js';
import { predictChurn } from '../predict.js';
import type { ChurnModel } from '../churn-model.js';
import { makeCustomers, takeRows } from '../../test/customers.js';
import { explainChurn } from './explain.js';
import { churnImportance } from './importance.js';
import { partialDependence } from './partial-dependence.js';

const { table, schema } = makeCustomers(3000);
let model: ChurnModel;
beforeAll(async () => {
  ({ model } = await crossFitChurn(table, schema));
});

describe('explainChurn', () => {
  it('gives points that add up to the prediction, for each customer', async () => {
    const probabilities = await predictChurn(model, table);
    const explanations = await explainChurn(model, table, { top: 2 });
    expect(explanations).toHaveLength(3000);
    for (const { row, probability, base, reasons, rest } of explanations) {
      expect(reasons).toHaveLength(2);
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
      expect(base + (points + rest) / 100).toBeCloseTo(probabilities[row], 5);
      expect(probability).toBeCloseTo(probabilities[row], 5);
    }
  });

  it('says in words what works, the strongest first', async () => {
    const one = { contract: ['Monthly'], tenure: [2], calls: [null], noise: [0.5] };
    const [{ reasons }] = await explainChurn(model, one, { top: 4 });
    expect(reasons.map(({ value }) => value).sort()).toEqual([
      'calls not known',
      'monthly contract',
      'noise 0.5',
      'tenure 2',
    ]);
    expect(Math.abs(reasons[0].points)).toBeGreaterThan(Math.abs(reasons[3].points));
    expect(reasons.find(({ column }) => column === 'tenure')!.text).toMatch(/^tenure 2: \+\d+ points$/);
    expect(reasons[3].column).toBe('noise');
  });

  it('says a code as it is written', async () => {
    const zips = ['06834', '10001', '60601'];
    const withZip = { ...table, zip: table.noise.map((_, row) => zips[row % 3]) };
    const { model: ofZips } = await crossFitChurn(withZip, schema);
    const explanations = await explainChurn(ofZips, withZip, { top: 5, rows: [0, 1, 2] });
    const said = explanations.map(({ reasons }) => reasons.find(({ column }) => column === 'zip')!.value);
    expect(said).toEqual(['zip 06834', 'zip 10001', 'zip 60601']);
  });

  it('explains the rows it is asked for, in their order', async () => {
    const all = await explainChurn(model, table);
    expect(await explainChurn(model, table, { rows: [7, 3] })).toEqual([all[7], all[3]]);
    await expect(explainChurn(model, table, { rows: [3000] })).rejects.toThrow(
      'rows must be whole numbers from 0 to 2999: 3000',
    );
  });
});

describe('churnImportance', () => {
  it('puts what labels were drawn by before noise', async () => {
    const order = (await churnImportance(model, table)).map(({ column }) => column);
    expect(order[3]).toBe('noise');
  });

  it('is how far the reasons move a customer, up or down, on average, the strongest first', async () => {
    const importance = await churnImportance(model, table);
    const explanations = await explainChurn(model, table, { top: 4 });
    for (const { column, points } of importance) {
      const moved = explanations.map(({ reasons }) =>
        Math.abs(reasons.find((reason) => reason.column === column)!.points),
      );
      expect(points).toBeCloseTo(moved.reduce((sum, each) => sum + each, 0) / moved.length, 9);
    }
    const points = importance.map((each) => each.points);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    const nobody = await churnImportance(model, takeRows(table, []));
    expect(nobody.map((each) => each.points)).toEqual([0, 0, 0, 0]);
  });
});

describe('partialDependence', () => {
  it('is the mean prediction with the column overwritten, whatever its kind', async () => {
    const names = Array.from({ length: 100 }, (_, i) => `town ${i}`);
    const mixed = {
      ...takeRows(table, [...Array(1000).keys()]),
      autopay: Array.from({ length: 1000 }, (_, row) => (row * 7) % 11 < 4),
      town: Array.from({ length: 1000 }, (_, row) => names[(row * row) % 100]),
    };
    const { model } = await crossFitChurn(mixed, schema, { folds: 2 });
    for (const column of ['contract', 'autopay', 'town', 'calls']) {
      const curve = await partialDependence(model, mixed, column);
      expect(curve.length).toBeGreaterThan(1);
      for (const { value, probability } of curve.slice(0, 6)) {
        const p = await predictChurn(model, { ...mixed, [column]: Array<unknown>(1000).fill(value) });
        expect(probability).toBeCloseTo(p.reduce((sum, value) => sum + value, 0) / p.length, 10);
      }
    }
  });

  it.each([2, 3, 20, 10_000])('tries the least and the greatest value, of %d points', async (points) => {
    const values = (await partialDependence(model, table, 'tenure', { points })).map(({ value }) => value);
    const known = Array.from(new Set(table.tenure.filter((months) => months !== null))).sort(
      (a, b) => +a! - +b!,
    );
    expect([values[0], values.at(-1)]).toEqual([known[0], known.at(-1)]);
    expect(values.length).toBeLessThanOrEqual(Math.min(points, known.length));
    if (points === 10_000) expect(values).toEqual(known);
  });

  it.each(['contract', 'tenure'])('says nothing of %s where there are no customers', async (column) => {
    expect(await partialDependence(model, takeRows(table, []), column)).toEqual([]);
  });

  it('tries the median where it is to try a single value', async () => {
    const some = takeRows(table, [...Array(501).keys()]);
    const months = Array.from(some.tenure, Number).sort((a, b) => a - b);
    expect(await partialDependence(model, some, 'tenure', { points: 1 })).toMatchObject([
      { value: months[250] },
    ]);
  });

  it('falls with tenure, as the truth does', async () => {
    const curve = await partialDependence(model, takeRows(table, [...Array(500).keys()]), 'tenure');
    expect(curve[0].probability).toBeGreaterThan(curve.at(-1)!.probability + 0.15);
    await expect(partialDependence(model, table, 'tenur')).rejects.toThrow('did you mean tenure?');
  });
});
