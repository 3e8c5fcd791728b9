import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';

import type { TableSource } from '../../input/table-source.js';
import { counted } from '../../wording/counted.js';
import { checkIds } from './check-ids.js';

const connection = await (await DuckDBInstance.create()).connect();
afterAll(() => connection.closeSync());

/** A source whose only column holds these ids. */
async function sourceOf(ids: readonly string[]): Promise<TableSource> {
  const values = ids.map((id) => `('${id}')`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE customers AS SELECT * FROM (VALUES ${values}) AS t(id)`);
  const columns = [{ name: 'id', sql: 'id' }];
  return { name: 'customers.csv', connection, relation: 'customers', columns };
}

const id = fc.constantFrom(
  'a',
  ' a',
  'a\t',
  'b',
  'B',
  '',
  '  ',
  'NA',
  'null',
  '01',
  '1',
  'a long identifier',
  'é',
);

describe('checkIds', () => {
  it('finds the ids that are blank or stand more than once, however they are spaced, and in how many rows', () =>
    fc.assert(
      fc.asyncProperty(fc.array(id, { minLength: 1, maxLength: 12 }), async (ids) => {
        const isBlank = (text: string) => ['', 'na', 'null'].includes(text.toLowerCase());
        const rows = new Map<string, number>();
        for (const text of ids.map((id) => id.trim()).map((text) => (isBlank(text) ? '' : text)))
          rows.set(text, (rows.get(text) ?? 0) + 1);
        const expected = [...rows]
          .filter(([text, count]) => text === '' || count > 1)
          .map(([text, count]) =>
            text === ''
              ? `customers.csv: id is blank in ${counted(count, 'row')}`
              : `customers.csv: id "${text}" stands in ${counted(count, 'row')}`,
          );
        const source = await sourceOf(ids);
        const found = (await checkIds(source, 'id')).map(({ message }) => message);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 40 },
    ));

  it('names a column that there is not', async () => {
    const source = await sourceOf(['a']);
    expect(await checkIds(source, 'customer')).toMatchObject([
      { rule: 'unknown-column', message: 'customers.csv: unknown column: customer' },
    ]);
  });

  it('finds a last row that sums up the others, and takes no other of its name for one', async () => {
    const found = await checkIds(await sourceOf(['Total', 'a', 'b', 'Total ']), 'id');
    expect(found.map(({ row, message }) => [row, message])).toEqual([
      [undefined, 'customers.csv: id "Total" stands in 2 rows'],
      [4, 'customers.csv: row 4, id: "Total " is the sum of the other rows, not a customer; remove the row'],
    ]);
    expect(await checkIds(await sourceOf(['Summe', 'a']), 'id')).toEqual([]);
    expect(await checkIds(await sourceOf(['Total']), 'id')).toEqual([]);
  });
});
