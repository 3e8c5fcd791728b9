import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { fromCSV } from 'arquero';

import { readTable } from '../src/input/read-table.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

/**
 * Twelve faults, planted in a table of 200 rows in which the first cell holds a line end, so that lines and rows differ:
 * the line, the column, the value and the rule of each.
 */
const planted = [
  { row: 10, column: 'charge', value: 'abc', rule: 'not-a-number' },
  { row: 20, column: 'charge', value: '-3', rule: 'negative' },
  { row: 30, column: 'charge', value: '', rule: 'blank-number' },
  { row: 40, column: 'charge', value: '1e99', rule: 'too-large' },
  { row: 50, column: 'customer', value: 'K-3', rule: 'duplicate-id' },
  { row: 60, column: 'customer', value: '', rule: 'blank-id' },
  { row: 70, column: 'left', value: 'Maybe', rule: 'not-a-label' },
  { row: 80, column: 'months', value: 'soon', rule: 'not-a-number' },
  { row: 90, column: 'months', value: '-1', rule: 'negative' },
  { row: 100, column: 'calls', value: 'many', rule: 'not-a-number' },
];
const structural = [
  { line: 150, value: 'K-900,monthly,5', rule: 'missing-cells' },
  { line: 160, value: 'K-901,monthly,5,20,1,Yes,more', rule: 'too-many-cells' },
];

function faultyTable(count = 198): string {
  const rows = customerRows(count);
  rows[0].contract = '"month\nly"';
  for (const { row, column, value } of planted) rows[row - 1][column] = value;
  // Line 1 is the header and row 1 stands on lines 2 and 3.
  const lines = csv(rows).trimEnd().split('\n');
  for (const { line, value } of structural) lines.splice(line - 1, 0, value);
  return `${lines.join('\n')}\n`;
}

/** The line on which a row of the rows that can be read begins. */
const lineOf = (row: number) => row + 2;

describe('a file with 12 planted faults (row 11)', () => {
  const withFaultyTable = (name: string, use: (folder: string) => Promise<void>) =>
    withTemporaryFolder(async (folder) => {
      const text = faultyTable();
      writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(customerConfig));
      await use(folder);
    });

  it.each(['customers.csv', 'customers.csv.gz'])(
    '%s: 12 of 12 are told with line, column, value and rule',
    (name) =>
      withFaultyTable(name, async (folder) => {
        const command = ['validate', '--config', 'clv.config.json', '--input', name, '--json'];
        const { code, stdout } = await clv(command, { cwd: folder });
        const { faults } = JSON.parse(stdout).error;
        const told = faults.map(({ line, column, value, rule }: Record<string, unknown>) => ({
          line,
          column,
          value: value ?? '',
          rule,
        }));
        const expected = [
          ...planted.map(({ row, ...fault }) => ({ line: lineOf(row), ...fault })),
          ...structural.map((fault) => ({ ...fault, column: expect.anything() })),
        ];
        expect({ code, count: faults.length }).toEqual({ code: 1, count: 12 });
        for (const fault of expected) expect(told).toContainEqual(fault);
      }),
  );

  it.each([{}, { rejects: 'rejects.csv' }])(
    'clv validate with %j says the same of more rows than are held in memory',
    (rejects) =>
      withTemporaryFolder(async (folder) => {
        writeFileSync(join(folder, 'customers.csv'), faultyTable(298));
        const validate = async (fit_rows: number) => {
          const config = JSON.stringify({ ...customerConfig, ...rejects, fit_rows });
          writeFileSync(join(folder, 'clv.config.json'), config);
          const command = ['validate', '--config', 'clv.config.json', '--input', 'customers.csv', '--json'];
          const { code, stdout } = await clv(command, { cwd: folder });
          return { code, document: JSON.parse(stdout) };
        };
        expect(await validate(200)).toEqual(await validate(1000));
        expect(existsSync(join(folder, 'rejects.csv'))).toBe(false);
      }),
  );

  it('are set aside with --rejects, and accepted + rejected = read', () =>
    withFaultyTable('customers.csv', async (folder) => {
      const command = [
        'run',
        '--config',
        'clv.config.json',
        '--input',
        'customers.csv',
        '--rejects',
        'rejects.csv',
        '--quiet',
      ];
      expect(await clv(command, { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' });
      const { input } = JSON.parse(readFileSync(join(folder, 'out', 'run.json'), 'utf8'));
      expect(input).toMatchObject({ read: 200, rows: 188, rejected: 12 });
      const results = fromCSV(readFileSync(join(folder, 'out', 'retention_results.csv'), 'utf8'));
      const rejects = fromCSV(readFileSync(join(folder, 'rejects.csv'), 'utf8'), { autoType: false });
      expect(results.numRows() + rejects.numRows()).toBe(200);
      expect(Array.from(rejects.array('rule')).sort()).toEqual(
        [...planted, ...structural].map(({ rule }) => rule).sort(),
      );
      expect(rejects.array('line')).toContain('12');
    }));

  it('are set aside above fit_rows as they are in memory, from standard input too', () =>
    withTemporaryFolder(async (folder) => {
      const table = faultyTable(298);
      writeFileSync(join(folder, 'customers.csv'), table);
      const found = async (fit_rows: number, input = 'customers.csv') => {
        const config = { ...customerConfig, fit_rows, input, rejects: 'rejects.csv' };
        writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
        const command = ['run', '--config', 'clv.config.json', '--quiet'];
        expect(await clv(command, { cwd: folder, stdin: table })).toEqual({
          code: 0,
          stdout: '',
          stderr: '',
        });
        return {
          record: JSON.parse(readFileSync(join(folder, 'out', 'run.json'), 'utf8')),
          rejects: readFileSync(join(folder, 'rejects.csv'), 'utf8'),
        };
      };
      const [small, large, piped] = [await found(1000), await found(200), await found(200, '-')];
      expect([small.record.fitted, large.record.fitted]).toEqual([undefined, { rows: 200, of: 288 }]);
      expect(large.record.input).toEqual(small.record.input);
      expect(large.record.input).toMatchObject({ read: 300, rows: 288, rejected: 12 });
      expect(large.rejects).toBe(small.rejects);
      expect(piped.record.fitted).toEqual(large.record.fitted);
      expect({ ...piped.record.input, name: large.record.input.name }).toEqual(large.record.input);
      const { rows } = await readTable(join(folder, 'out', 'retention_results.parquet'));
      expect(rows).toBe(288);
    }));

  it('are refused all the same where the table as a whole is at fault', () =>
    withFaultyTable('customers.csv', async (folder) => {
      const config = { roles: { ...customerConfig.roles, tenure: 'mnths' } };
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
      const command = [
        'run',
        '--config',
        'clv.config.json',
        '--input',
        'customers.csv',
        '--rejects',
        'rejects.csv',
      ];
      const { code, stderr } = await clv(command, { cwd: folder });
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('did you mean months?') });
      expect(existsSync(join(folder, 'rejects.csv'))).toBe(false);
    }));
});
