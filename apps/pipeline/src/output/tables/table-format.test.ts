import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { readTable } from '../../input/read-table.js';
import { withTemporaryFolder } from '../../testing/temporary-folder.js';
import type { Cells, CodedText } from '../../block/block.js';
import { packTexts } from '../../block/texts/pack-texts.js';
import { connectTo } from '../../duckdb/connect.js';
import { tableFormat, writeParquet } from './table-format.js';

const csv = tableFormat('x.csv');

/** The lines of a table of one column, as CSV. */
const csvLines = (name: string, cells: Exclude<Cells, CodedText>) =>
  withTemporaryFolder(async (folder) => {
    const file = join(folder, 'x.csv');
    await csv.write([{ rows: cells.length, columns: { [name]: cells } }], file);
    return readFileSync(file, 'utf8').split('\n').slice(0, -1);
  });

const asNumber = (text: string) => Number(text.replace('inf', 'Infinity'));

describe('a table written as CSV', () => {
  it.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', '＝1', '＋1', '－1', '＠x'])(
    'neutralises %j, which a spreadsheet would run, in a cell and in a header',
    async (text) => {
      expect(await csvLines(text, [text])).toEqual([`'${text}`, `'${text}`]);
    },
  );

  it.each(['\tx', '\rx', '\nx'])('neutralises %j, quoted where it must be', async (text) => {
    expect((await csvLines('a', [text])).slice(1).join('\n').replaceAll('"', '')).toBe(`'${text}`);
  });

  it.each(['-5.25', '+3', '1e-7', '-1,5', 'a=b'])('leaves the text %j as it is', async (text) => {
    expect((await csvLines('a', [text]))[1].replaceAll('"', '')).toBe(text);
  });

  it('writes numbers plainly, and nothing for what is missing', async () => {
    expect(await csvLines('a', Float64Array.of(-5.25, 51, NaN, 0.1))).toEqual(
      ['a', '-5.25', '51', '""', '0.1'].map((line) => line.replace('""', '')),
    );
    expect(await csvLines('a', Int32Array.of(7, -1))).toEqual(['a', '7', '-1']);
  });

  it('writes every number so that it is read again as the same', async () => {
    const number = fc.double({ noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 200 }), async (numbers) => {
        const [, ...lines] = await csvLines('a', Float64Array.from(numbers));
        expect(lines.map(asNumber)).toEqual(numbers.map((value) => (value === 0 ? 0 : value)));
      }),
      { numRuns: 20 },
    );
  });

  it('writes numbers of single precision with their own digits', () =>
    withTemporaryFolder(async (folder) => {
      const [parquet, file] = [join(folder, 'x.parquet'), join(folder, 'x.csv')];
      const connection = await connectTo([parquet]);
      await connection.run(`COPY (SELECT unnest([0.1, 51, -2.5])::FLOAT AS a) TO '${parquet}'`);
      connection.closeSync();
      await writeParquet(parquet, csv, file);
      expect(readFileSync(file, 'utf8')).toBe('a\n0.1\n51\n-2.5\n');
    }));

  it('writes texts of any length and letters, and nothing where there is none', async () => {
    const texts = ['', 'twelve bytes', null, 'thirteen byte', 'a', null, 'größer', null, 'x'.repeat(300)];
    // Three of them by turns in each vector of DuckDB's.
    const cells = Array.from({ length: 5000 }, (_, i) => texts[Math.floor(i / 2048) * 3 + (i % 3)]);
    const lines = await csvLines('a', cells);
    expect(lines.slice(1)).toEqual(cells.map((text) => (text === '' ? '""' : (text ?? ''))));
  });

  it.each(['C', 'Kundennummer-', 'Ø'])(
    'writes packed ids that begin with %j as the ids themselves',
    async (start) => {
      const ids = Array.from({ length: 5000 }, (_, i) => `${start}${i}`);
      expect(await csvLines('id', packTexts(ids)!)).toEqual(await csvLines('id', ids));
    },
  );

  it('is read back cell by cell, whatever the cells hold and however the rows fall into blocks', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
    await withTemporaryFolder((folder) =>
      fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 4 }),
          fc.array(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 }), {
            minLength: 1,
            maxLength: 3,
          }),
          async (names, blocks) => {
            const columnsOf = (rows: string[][]) =>
              Object.fromEntries(names.map((name, c) => [name, rows.map((row) => `x${row[c]}`)]));
            const file = join(folder, 'table.csv');
            await csv.write(
              blocks.map((rows) => ({ rows: rows.length, columns: columnsOf(rows) })),
              file,
            );
            const { columns } = await readTable(file);
            expect(Object.fromEntries(columns)).toEqual(columnsOf(blocks.flat()));
          },
        ),
        { numRuns: 40, seed: 42 },
      ),
    );
  });
});
