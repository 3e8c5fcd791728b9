import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';

import { readBlocks } from '../../duckdb/read-blocks.js';
import { withTemporaryFolder } from '../../testing/temporary-folder.js';
import { csvDialect } from './csv-dialect.js';
import { csvRelation } from './csv-source.js';
import { readRows } from '../read-table.js';

/** A table as CSV in one of the ways in which the world writes it. */
interface Spelling {
  separator: string;
  lineEnd: string;
  mark: string;
  quoteAll: boolean;
  lastLineEnd: boolean;
}

const spelling: fc.Arbitrary<Spelling> = fc.record({
  separator: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  quoteAll: fc.boolean(),
  lastLineEnd: fc.boolean(),
});

const write = (
  records: readonly string[][],
  { separator, lineEnd, mark, quoteAll, lastLineEnd }: Spelling,
) => {
  const cell = (text: string) =>
    quoteAll || /["\n\r,;\t|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = records.map((record) => record.map(cell).join(separator));
  return mark + lines.join(lineEnd) + (lastLineEnd ? lineEnd : '');
};

const cell = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
    fc.constantFrom(
      '',
      ' ',
      '"',
      '""',
      'a,b',
      '1;2',
      '1.299,50',
      '-5,25',
      'x\ny',
      'x\r\ny',
      '😀',
      '客户',
      "'=1+1",
      '\t',
      '|',
    ),
  )
  .map((text) => text.replaceAll('\0', ''));

const tables = fc
  .uniqueArray(fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_ ]{0,6}[a-z]$/), { minLength: 2, maxLength: 5 })
  .chain((header) =>
    fc.record({
      header: fc.constant(header),
      rows: fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), {
        minLength: 3,
        maxLength: 8,
      }),
      spelling,
    }),
  );

describe('a CSV file', () => {
  let connection: DuckDBConnection;

  beforeAll(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run('SET threads = 1');
  });

  afterAll(() => connection.closeSync());

  it('gives back 5,000 tables as they were written, whatever their quotes, line ends, marks, separators and emoji (row 10)', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.csv');
      await fc.assert(
        fc.asyncProperty(tables, async ({ header, rows, spelling }) => {
          const text = write([header, ...rows], spelling);
          writeFileSync(file, text);
          const dialect = csvDialect(text);
          expect(dialect.header).toEqual(header);
          const reader = await connection.runAndReadAll(`FROM ${csvRelation([file], dialect)}`);
          expect(reader.getRows()).toEqual(rows.map((row) => row.map((cell) => cell || null)));
        }),
        { numRuns: 5000, seed: 10 },
      );
    }));

  it('reads a quote behind one space, in the header as in the cells', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.csv');
      writeFileSync(file, 'id, "monthly, in $", "plan"\n1, "2,5", "a"\n2, "3", b\n');
      const { columns } = await readRows(file);
      expect(columns).toMatchObject({ 'monthly, in $': ['2,5', '3'], plan: ['a', ' b'] });
    }));

  it('gives back the numbers of 500 tables that write them with a decimal comma, whatever stands around them (row 10)', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.csv');
      const asGermansDo = new Intl.NumberFormat('de-DE', {
        minimumFractionDigits: 1,
        maximumFractionDigits: 4,
      });
      const numbers = fc.array(
        fc.integer({ min: -1e10, max: 1e10 }).map((n) => n / 1e4),
        { minLength: 1, maxLength: 8 },
      );
      await fc.assert(
        fc.asyncProperty(numbers, spelling, async (amounts, spelling) => {
          const rows = amounts.map((amount, i) => [`K ${i}`, asGermansDo.format(amount)]);
          const text = write([['id', 'amount'], ...rows], spelling);
          writeFileSync(file, text);
          const relation = csvRelation([file], csvDialect(text));
          const columns = [{ name: 'amount', sql: 'c1', read: 'comma-number' as const }];
          const read: number[] = [];
          for await (const block of readBlocks(connection, relation, columns))
            read.push(...Array.from(block.columns.amount as Float64Array));
          expect(read).toEqual(amounts.map((amount) => amount || 0));
        }),
        { numRuns: 500, seed: 10 },
      );
    }));

  it('tells the line of every row that cannot be read, whatever blank lines stand between (row 10)', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.csv');
      const row = fc.constantFrom('1,2', '"x\ny",2', '3, "x\ny"', '3', '5,6,7', '"4"x,5', '', '', '8,9');
      const tables = fc.record({
        lead: fc.nat(2),
        rows: fc.array(row, { minLength: 1, maxLength: 12 }),
        lineEnd: fc.constantFrom('\n', '\r\n'),
        lastLineEnd: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(tables, async ({ lead, rows, lineEnd, lastLineEnd }) => {
          const lines = [...Array<string>(lead).fill(''), 'a,b', ...rows].map((text) =>
            text.replace('\n', lineEnd),
          );
          writeFileSync(file, lines.join(lineEnd) + (lastLineEnd ? lineEnd : ''));
          const lineOf = (at: number) =>
            lines.slice(0, at).join(lineEnd).split(lineEnd).length + Number(at > 0);
          const at = rows.flatMap((text, i) => (text === '' ? [] : [[text, lineOf(lead + 1 + i)] as const]));
          const isGood = (text: string) => /^(1,2|"x|3, |8)/.test(text);
          const [good, bad] = [true, false].map((is) => at.filter(([text]) => isGood(text) === is));
          const { columns, rows: read, faults, linesOf } = await readRows(file);
          expect([Object.keys(columns), read]).toEqual([['a', 'b'], good.length]);
          expect(faults.map(({ line }) => line)).toEqual(bad.map(([, line]) => line));
          const places = await linesOf!(good.map((_, i) => i + 1));
          expect([...places.values()].map(({ line }) => line)).toEqual(good.map(([, line]) => line));
        }),
        { numRuns: 300, seed: 10 },
      );
    }));
});
