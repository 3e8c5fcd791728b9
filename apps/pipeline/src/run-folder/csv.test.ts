import fc from 'fast-check';

import { headedColumns } from '../input/headed-columns.js';
import { readWithDuckDb } from '../input/read-with-duckdb.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { csvCell, csvText } from './csv.js';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

describe('csvCell', () => {
  it.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'neutralises %j, which a spreadsheet would run',
    (cell) => {
      expect(csvCell(cell)).toBe(`'${cell}`);
    },
  );

  it.each([-5.25, '-5.25', '+3', '1e-7', '-1,5', 'a=b', ''])('leaves %j as it is', (cell) => {
    expect(csvCell(cell)).toBe(String(cell));
  });

  it('leaves what is missing blank', () => {
    expect([null, undefined, NaN].map(csvCell)).toEqual(['', '', '']);
  });
});

describe('csvText', () => {
  it('is read back cell by cell by another program, whatever the cells hold', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    await withTemporaryFolder((folder) =>
      fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(name, { minLength: 2, maxLength: 4 }),
          fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
          async (names, rows) => {
            const table = new Map(names.map((column, c) => [column, rows.map((row) => `x${row[c]}`)]));
            const file = join(folder, 'table.csv');
            writeFileSync(file, csvText(table));
            const { columns } = await readWithDuckDb(file, file, 'csv');
            expect(columns).toEqual(table);
          },
        ),
        { numRuns: 60, seed: 42 },
      ),
    );
  });
});

describe('headedColumns', () => {
  it('keeps hostile names as plain names', () => {
    const columns = headedColumns(
      [
        ['__proto__', '1'],
        ['constructor', '2'],
      ],
      'x.csv',
    );
    expect([...columns]).toEqual([
      ['__proto__', ['1']],
      ['constructor', ['2']],
    ]);
  });

  it('refuses every repeated and empty name, by place', () => {
    expect(() =>
      headedColumns(
        [
          ['a', '1'],
          ['a', '2'],
          [null, '3'],
        ],
        'x.csv',
      ),
    ).toThrow('x.csv: column a stands twice (columns 1 and 2)\nx.csv: column 3 has no name');
  });
});
