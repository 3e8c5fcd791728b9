import { randomSource } from '@clv/contracts';
import type { ChurnModel } from '../churn-model.js';
import { fitChurn } from '../fit.js';
import { makeCustomers } from '../../test/customers.js';
import { predictChurn } from '../predict.js';
import { calibrationInTheLarge } from './calibration-in-the-large.js';
import { drift } from './drift.js';

const { table, schema } = makeCustomers(4000);
let model: ChurnModel;
beforeAll(async () => {
  model = await fitChurn(table, schema);
});
const labelsOf = (churn: unknown[]) => churn.map((value) => (value === 'Yes' ? 1 : 0));

describe('drift', () => {
  it('calls another sample of the same customers stable, and its probabilities right', async () => {
    const later = makeCustomers(2000, 9).table;
    const { columns, score, calibration } = await drift(model, later, { labels: labelsOf(later.churn) });
    expect(columns.map(({ verdict }) => verdict)).toEqual(Array(4).fill('stable'));
    expect(score.verdict).toBe('stable');
    expect(calibration!.difference[0]).toBeLessThan(0);
    expect(calibration!.difference[1]).toBeGreaterThan(0);
  });

  it('calls a few of the same customers stable, and sees where they really have moved', async () => {
    const verdicts = [];
    for (let seed = 100; seed < 120; seed++) {
      const { columns, score } = await drift(model, makeCustomers(40, seed).table);
      verdicts.push(...columns.map(({ verdict }) => verdict), score.verdict);
    }
    expect(verdicts.filter((verdict) => verdict !== 'stable').length).toBeLessThanOrEqual(1);
    const few = makeCustomers(40, 100).table;
    const { columns } = await drift(model, { ...few, contract: few.contract.map(() => 'Yearly') });
    expect(columns[0]).toMatchObject({ column: 'contract', verdict: 'drifted', isBeyondChance: true });
  });

  it('is the population stability index, as by hand', async () => {
    const later = {
      ...table,
      contract: table.contract.map((_, row) => (row % 5 === 0 ? 'Yearly' : 'Monthly')),
    };
    const before = table.contract.filter((value) => value === 'Yearly').length / 4000;
    const byHand = (0.2 - before) * Math.log(0.2 / before) + (before - 0.2) * Math.log(0.8 / (1 - before));
    const { columns } = await drift(model, later);
    expect(columns[0].column).toBe('contract');
    expect(columns[0].verdict).toBe('drifted');
    expect(columns[0].psi).toBeCloseTo(byHand, 2);
  });

  it('compares with other customers than those fitted on, where it is given them', async () => {
    const monthly = (of: typeof table) => {
      const rows = of.contract.flatMap((value, row) => (value === 'Monthly' ? [row] : []));
      return Object.fromEntries(
        Object.entries(of).map(([name, cells]) => [name, rows.map((row) => (cells as unknown[])[row])]),
      );
    };
    const [before, later] = [monthly(table), monthly(makeCustomers(4000, 9).table)];
    const of = (columns: { column: string; verdict: string }[]) =>
      columns.find(({ column }) => column === 'contract')!.verdict;
    const probabilities = await predictChurn(model, before);
    expect(of((await drift(model, later)).columns)).toBe('drifted');
    const { columns, score } = await drift(model, later, { reference: { table: before, probabilities } });
    expect([of(columns), score.verdict]).toEqual(['stable', 'stable']);
  });

  it('sees that a column which was blank has values, and the other way round', async () => {
    const later = makeCustomers(500, 9).table;
    const blank = { ...later, tenure: later.tenure.map(() => null) };
    const reference = { table: blank, probabilities: await predictChurn(model, blank) };
    for (const { columns } of [await drift(model, later, { reference }), await drift(model, blank)])
      expect(columns[0]).toMatchObject({ column: 'tenure', verdict: 'drifted' });
  });

  it('tells of levels that the model does not know', async () => {
    const later = { ...table, contract: table.contract.map((value, row) => (row < 7 ? 'Weekly' : value)) };
    const { columns } = await drift(model, later);
    expect(columns.find(({ column }) => column === 'contract')!.unseen).toBe(7);
  });

  it('sees that more leave than was predicted', async () => {
    const labels = labelsOf(table.churn).map((label, row) => (row % 10 === 0 ? 1 : label));
    const { calibration } = await drift(model, table, { labels });
    expect(calibration!.difference[0]).toBeGreaterThan(0);
  });
});

describe('calibrationInTheLarge', () => {
  it.each([0, 1, -1])(
    'holds by how much more leave in about 95 of 100 samples, at log-odds %d off',
    (off) => {
      const next = randomSource(7);
      const sigmoid = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
      let held = 0;
      for (let sample = 0; sample < 1000; sample++) {
        const logOdds = Array.from({ length: 200 }, () => 6 * next() - 6);
        const labels = logOdds.map((each) => (next() < sigmoid(each + off) ? 1 : 0));
        const [low, high] = calibrationInTheLarge(labels, logOdds.map(sigmoid))!.difference;
        const more = logOdds.reduce((sum, each) => sum + sigmoid(each + off) - sigmoid(each), 0) / 200;
        if (low <= more && more <= high) held++;
      }
      expect(held / 1000).toBeGreaterThan(0.93);
      expect(held / 1000).toBeLessThan(0.98);
    },
  );

  it('is certain only of what was', () => {
    const { difference } = calibrationInTheLarge([1, 0], [1, 0])!;
    expect(difference).toEqual([0, 0]);
    const [low, high] = calibrationInTheLarge([0, 0], [0, 0])!.difference;
    expect(low).toBeCloseTo(0, 12);
    expect(high).toBeGreaterThan(0.5);
  });

  it('refuses invalid labels and probabilities, naming their rows', () => {
    expect(() => calibrationInTheLarge([1, NaN, 2], [0.5, 0.5, 0.5])).toThrow(
      'row 2: the label must be 0, 1 or -1: NaN\nrow 3: the label must be 0, 1 or -1: 2',
    );
    expect(() => calibrationInTheLarge([1, 0], [0.5, 3])).toThrow(
      'row 2: probabilities must lie in [0, 1]: 3',
    );
    expect(calibrationInTheLarge([-1], [0.5])).toBeUndefined();
  });
});
