import { defineSchema } from '@clv/table';
import { makeCustomers } from '../../test/customers.js';
import { crossFitChurn } from '../cross-fit.js';
import { timeOrderedFolds } from './time-ordered-folds.js';

describe('timeOrderedFolds', () => {
  const dates = ['2024-03-01', '2024-01-01', '', '2024-02-01', '2024-04-01'];
  const schema = defineSchema({ label: 'churn', snapshot: '2024-05-01' });
  const table = { churn: [1, 0, '', 1, 0], joined: dates };

  it('puts the latest into the last fold, and rows without an outcome into none', () => {
    const labels = Int8Array.from([1, 0, -1, 1, 0]);
    expect([...timeOrderedFolds(table, schema, 'joined', labels, 2).foldOf]).toEqual([1, 0, -1, 0, 1]);
  });

  it('requires a time of each customer whose outcome is known, and a column of times', () => {
    const labels = Int8Array.from([1, 0, 1, 1, 0]);
    expect(() => timeOrderedFolds(table, schema, 'joined', labels, 2)).toThrow(
      'row 3, joined: a customer whose outcome',
    );
    const names = { ...table, joined: ['a', 'b', 'c', 'd', 'e'] };
    expect(() => timeOrderedFolds(names, schema, 'joined', labels, 2)).toThrow(
      'joined must hold dates or numbers',
    );
  });
});

describe('crossFitChurn in order of time', () => {
  it('tells how the latest customers were predicted by earlier ones', async () => {
    const { table, schema } = makeCustomers(2000);
    const month = table.id.map((_, row) => (row * 7) % 24);
    const { model, probabilities } = await crossFitChurn({ ...table, month }, schema, {
      timeColumn: 'month',
    });
    expect(model.latest!.rows).toBe(400);
    const latest = [...month.keys()].sort((a, b) => month[a] - month[b] || a - b).slice(1600);
    const mean = latest.reduce((sum, row) => sum + probabilities[row], 0) / 400;
    const predicted = model.latest!.calibrationCurve.reduce(
      (sum, bin) => sum + (bin.customers * bin.predicted) / 400,
      0,
    );
    expect(predicted).toBeCloseTo(mean, 10);
  });

  it('warns where the latest were predicted by others of the same time, and not where fewer folds hold them all', async () => {
    const { table, schema } = makeCustomers(2000);
    const day = table.id.map((_, row) => `2024-0${1 + (row % 2)}-01`);
    const cut = 'More customers share the latest time than the last of';
    const fit = (folds: number, timeColumn: string) =>
      crossFitChurn({ ...table, day }, schema, { timeColumn, folds, params: { rounds: 10 } });
    const warningsOf = async (folds: number, timeColumn = 'day') =>
      (await fit(folds, timeColumn)).model.warnings.filter((warning) => warning.startsWith(cut));
    expect(await warningsOf(5)).toEqual([expect.stringContaining('the last of 5 folds')]);
    expect(await warningsOf(2)).toEqual([]);
    expect(await warningsOf(5, 'noise')).toEqual([]);
  });

  it('refuses customers of whom all that churned did so in one span, and says which', async () => {
    const { table, schema } = makeCustomers(1000);
    const month = table.id.map((_, row) => row);
    const churn = table.churn.map((_, row) => (row >= 820 && row < 900 ? 'Yes' : 'No'));
    await expect(crossFitChurn({ ...table, churn, month }, schema, { timeColumn: 'month' })).rejects.toThrow(
      'month: all customers who churned are in span 5 of 5',
    );
  });

  it('tells nothing of the latest, and says why, where all of them did the same', async () => {
    const { table, schema } = makeCustomers(1000);
    const month = table.id.map((_, row) => row);
    const churn = table.churn.map((value, row) => (row < 800 ? value : 'No'));
    const options = { timeColumn: 'month', params: { rounds: 20 } };
    const { model } = await crossFitChurn({ ...table, churn, month }, schema, options);
    expect(model).not.toHaveProperty('latest');
    expect(model.warnings.join(' ')).toContain('The latest customers all did the same');
  });

  it('goes by the snapshot date of the schema without being asked, and never learns from it', async () => {
    const { table, schema } = makeCustomers(2000);
    const day = table.id.map((_, row) => `2024-0${1 + (row % 6)}-01`);
    const dated = defineSchema({ ...schema.roles, snapshot_date: 'day' });
    const { model } = await crossFitChurn({ ...table, day }, dated, { params: { rounds: 20 } });
    expect(model.latest!.rows).toBe(400);
    expect(model.encoding.columns.map(({ column }) => column)).not.toContain('day');
  });
});
