// eslint-disable-next-line @nx/enforce-module-boundaries -- the tools stand beside the floors, on which the rule goes by tags
import { ClvError, randomSource } from '@clv/contracts';
import { damage } from './damage.js';
import type { Columns, Estimator } from './estimator.js';

/** Tests that an estimator keeps what every estimator of the house promises. */
export function describeEstimator<Model>(name: string, estimator: Estimator<Model>): void {
  const { table, numbers, options, blank, choosesColumns } = estimator;
  const fit = async (columns: Columns, features = numbers) => estimator.fit(columns, options, features);
  const apply = async (model: Model, columns: Columns) =>
    (await estimator.apply(model, columns)).map((column) => Array.from(column));
  const refusal = (columns: Columns, features = numbers) => errorOf(fit(columns, features));
  const finiteOf = async (model: Model, columns: Columns) => {
    for (const column of await apply(model, columns)) expect(column.every(Number.isFinite)).toBe(true);
  };

  describe(`the estimator contract: ${name}`, () => {
    let model: Model;
    let said: number[][];

    beforeAll(async () => {
      model = await fit(table);
      said = await apply(model, table);
    });

    it('fits the same model twice, byte for byte', async () => {
      expect(JSON.stringify(await fit(table))).toBe(JSON.stringify(model));
    });

    it('leaves the table, the options and the model as they were', async () => {
      const given = structuredClone({ table, options });
      const kept = await estimator.fit(given.table, given.options, numbers);
      await apply(kept, given.table);
      expect(given).toEqual({ table, options });
      expect(JSON.stringify(kept)).toBe(JSON.stringify(model));
    });

    it('says something finite of every row', () => {
      for (const column of said) {
        expect(column).toHaveLength(rowsOf(table));
        expect(column.every(Number.isFinite)).toBe(true);
      }
    });

    it('says the same of a row whatever other rows are there', async () => {
      const some = [7, 0, rowsOf(table) - 1];
      expect(await apply(model, takeRows(table, some))).toEqual(
        said.map((column) => some.map((row) => column[row])),
      );
      expect(await apply(model, takeRows(table, [3]))).toEqual(said.map((column) => [column[3]]));
    });

    it('says the same once it was saved and loaded', async () => {
      const json: unknown = JSON.parse(JSON.stringify(model));
      const loaded = estimator.load ? estimator.load(json) : (json as Model);
      expect(loaded).toEqual(model);
      expect(await apply(loaded, table)).toEqual(said);
    });

    it.each(numbers)(`with a blank %s: it is ${blank}`, async (column) => {
      const holed = withCell(table, column, 3, NaN);
      if (blank === 'taken') await finiteOf(await fit(holed), holed);
      else expectNamed(await refusal(holed), column, 4);
    });

    it.each(numbers)('refuses an infinite %s, and names it and its row', async (column) => {
      expectNamed(await refusal(withCell(table, column, 3, Infinity)), column, 4);
      expectNamed(await refusal(withCell(table, column, 5, -Infinity)), column, 6);
    });

    it('refuses a table without rows', async () => {
      await refusal(takeRows(table, []));
    });

    it('of a single row makes a model that says something finite, or says what it needs', async () => {
      const single = takeRows(table, [0]);
      const made = await fit(single).catch(expectTyped);
      if (made) await finiteOf(made, single);
    });

    if (choosesColumns) {
      it('learns from a single column', async () => {
        await finiteOf(await fit(table, [numbers[0]]), table);
      });
    }

    it('fits where a column is the same in every row', async () => {
      const column = numbers.at(-1)!;
      const same = Math.max(...Array.from(table[column], Number).filter(Number.isFinite));
      const flat = { ...table, [column]: new Array(rowsOf(table)).fill(same) };
      await finiteOf(await fit(flat), flat);
    });

    it.each(numbers)('names %s where a table lacks it', async (column) => {
      const { [column]: left, ...rest } = table;
      const { message } = await errorOf(apply(model, rest));
      expect(message).toContain(estimator.lacking(column));
      expect(left).toBeDefined();
    });

    it('says something of every row, or where it is damaged, whatever a file lost or gained', async () => {
      const random = randomSource(5);
      const some = takeRows(table, [0, 1, 2]);
      for (let time = 0; time < damages; time++) {
        const damaged = damage(model, random);
        try {
          const loaded = estimator.load ? estimator.load(damaged) : damaged;
          for (const column of await apply(loaded, some)) expect(column).toHaveLength(3);
        } catch (error) {
          expectTyped(error);
          const { path, column, row } = error as ClvError;
          expect(path ?? column ?? row).toBeDefined();
        }
      }
    });

    it.each([undefined, null, {}, { format: 'clv' }])('refuses %j, which was never fitted', async (none) => {
      await errorOf(apply(none as Model, table));
    });
  });
}

/** Enough to reach every part of a model some times. */
const damages = 500;

/** The typed error that a promise is rejected with. */
async function errorOf(promise: Promise<unknown>): Promise<ClvError> {
  try {
    await promise;
  } catch (error) {
    expectTyped(error);
    return error as ClvError;
  }
  throw new Error('nothing was thrown');
}

function expectTyped(error: unknown): undefined {
  if (!(error instanceof ClvError)) throw error;
  expect(error.message).not.toBe('');
}

function expectNamed(error: ClvError, column: string, row: number): void {
  expect(error).toMatchObject({ column, row });
  expect(error.message).toContain(column);
}

const rowsOf = (table: Columns) => Object.values(table)[0].length;

function takeRows(table: Columns, rows: readonly number[]): Columns {
  return Object.fromEntries(
    Object.entries(table).map(([name, cells]) => [name, rows.map((row) => cells[row])]),
  );
}

function withCell(table: Columns, column: string, row: number, value: number): Columns {
  return { ...table, [column]: Array.from(table[column], (cell, at) => (at === row ? value : cell)) };
}
