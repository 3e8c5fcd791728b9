import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { synthesize } from '@clv/synth';

import { readTable } from '../src/input/read-table.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';

/** A cell as every file spells it: numbers by their value, what is missing as nothing. */
function text(cell: unknown): string {
  if (cell === null || Number.isNaN(cell)) return '';
  return Number.isNaN(Number(cell)) ? String(cell) : String(Number(cell));
}

describe('clv synth', () => {
  it.each(['customers.csv', 'customers.csv.gz', 'customers.parquet', 'customers.jsonl'])(
    'writes to %s what the library makes, cell by cell',
    (name) =>
      withTemporaryFolder(async (folder) => {
        const file = join(folder, name);
        const { code, stdout } = await clv([
          'synth',
          '--customers',
          '20000',
          '--seed',
          '7',
          '--truth',
          '--out',
          file,
        ]);
        expect({ code, stdout }).toEqual({ code: 0, stdout: `20,000 telco customers in ${file}\n` });
        const { columns, rows } = await readTable(file);
        const made = synthesize({ customers: 20_000, seed: 7, truth: true });
        expect(rows).toBe(20_000);
        expect([...columns.keys()]).toEqual(made.columnNames());
        for (const [column, cells] of columns) {
          const expected = made.array(column) as ArrayLike<unknown>;
          expect(cells.map(text)).toEqual(Array.from(expected, text));
        }
        expect(readdirSync(folder)).toEqual([name]);
      }),
  );

  it('adds the log of a campaign', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'log.csv');
      await clv(['synth', '--customers', '500', '--experiment', 'random', '--out', file, '--quiet']);
      expect(readFileSync(file, 'utf8').split('\n')[0]).toMatch(/offer,propensity,outcome/);
    }));

  it.each([
    [['--scenario', 'zoo'], /scenario.*telco/],
    [['--customers', '0'], /customers/],
    [['--out', 'x.docx'], /x\.docx: unknown kind of file; known are \.csv/],
  ])('refuses %j, and writes nothing', ([flag, value], message) =>
    withTemporaryFolder(async (folder) => {
      const { code, stderr } = await clv(['synth', flag, value], { cwd: folder });
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
      expect(readdirSync(folder)).toEqual([]);
    }),
  );

  it('names the place where it cannot write, without a stack, and ends with 2', async () => {
    const { code, stderr } = await clv(['synth', '--customers', '10', '--out', 'package.json/at/all.csv']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^error: cannot write package\.json\/at.*: ENOTDIR\n$/),
    });
  });
});
