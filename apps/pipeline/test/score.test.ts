import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fromCSV } from 'arquero';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const readRows = (file: string) => fromCSV(readFileSync(file, 'utf8')).objects() as Record<string, never>[];

describe('clv score', () => {
  /** A run on 300 customers, 60 of them current, and a table of those 60 alone. */
  const withRun = (use: (folder: string) => Promise<void>, budget?: string) =>
    withTemporaryFolder(async (folder) => {
      const rows = customerRows(300);
      const current = rows.slice(0, 60);
      writeFileSync(
        join(folder, 'all.csv'),
        csv([...current.map((row) => ({ ...row, left: '' })), ...rows.slice(60)]),
      );
      writeFileSync(join(folder, 'new.csv'), csv(current.map(({ left: _, ...row }) => row)));
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(customerConfig));
      const run = ['run', '--config', 'clv.config.json', '--input', 'all.csv', '--quiet'];
      const { code, stderr } = await clv([...run, ...(budget === undefined ? [] : ['--budget', budget])], {
        cwd: folder,
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      await use(folder);
    });

  it('decides for new customers as the run did for the same ones, though their outcome has no column', () =>
    withRun(async (folder) => {
      const { code, stdout } = await clv(['score', '--input', 'new.csv'], { cwd: folder });
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('60 customers scored') });
      const ran = readRows(join(folder, 'out', 'retention_results.csv'));
      const scored = readRows(join(folder, 'scores.csv'));
      expect(scored).toEqual(ran.map(({ left: _, ...row }) => row));
    }));

  it('refuses a row that is unreadable by a cell which no model reads, rather than leave it out and move the others up', () =>
    withRun(async (folder) => {
      const rows = csv(
        customerRows(60).map((row, i) => ({ ...row, memo: i === 20 ? '\u00ff' : 'as before' })),
      );
      writeFileSync(join(folder, 'new.csv'), Buffer.from(rows, 'latin1'));
      const { code, stderr } = await clv(['score', '--input', 'new.csv'], { cwd: folder });
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining('line 22, memo: the text is not UTF-8'),
      });
      expect(existsSync(join(folder, 'scores.csv'))).toBe(false);
    }));

  it.each([
    [1, 'row 1, calls: "?" is not a number'],
    [20, 'row 20, calls: "?" is not a number'],
    [60, 'calls: no cell is a number, as when the models were fitted'],
  ])('refuses %i of 60 cells that are no numbers where the models learned from numbers', (odd, said) =>
    withRun(async (folder) => {
      const rows = customerRows(60).map((row, i) => (i < odd ? { ...row, calls: '?' } : row));
      writeFileSync(join(folder, 'new.csv'), csv(rows));
      const { code, stderr } = await clv(['score', '--input', 'new.csv'], { cwd: folder });
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(said) });
      expect(stderr.split('\n')).toHaveLength(odd === 60 ? 2 : odd + 1);
      expect(existsSync(join(folder, 'scores.csv'))).toBe(false);
    }),
  );

  it('takes cells that are separated by what cannot be found out, as clv init does, which keeps it for the run', () =>
    withRun(async (folder) => {
      const apart = csv(customerRows(300)).replaceAll(',', '#');
      writeFileSync(join(folder, 'apart.csv'), apart);
      const scored = await clv(['score', '--input', 'apart.csv', '--separator', '#'], { cwd: folder });
      expect(scored).toMatchObject({ code: 0, stdout: expect.stringContaining('300 customers scored') });
      const init = ['init', '--input', 'apart.csv', '--separator', '#', '--config', 'apart.json'];
      expect(await clv(init, { cwd: folder })).toMatchObject({ code: 0 });
      expect(readFileSync(join(folder, 'apart.json'), 'utf8')).toContain('"separator": "#"');
    }));

  it('says of a table without rows that it has none, as clv init does, and writes nothing', () =>
    withRun(async (folder) => {
      writeFileSync(join(folder, 'new.csv'), csv(customerRows(1)).split('\n')[0]);
      for (const call of [['score'], ['score', '--dry-run'], ['init', '--config', 'new.json']]) {
        const ended = await clv([...call, '--input', 'new.csv'], { cwd: folder });
        expect(ended).toEqual({ code: 1, stdout: '', stderr: 'error: new.csv: the table has no rows\n' });
      }
      expect(existsSync(join(folder, 'scores.csv'))).toBe(false);
    }));

  it('buys nothing that returns less than the budget of the run let through', () =>
    withRun(async (folder) => {
      await clv(['score', '--input', 'new.csv', '--quiet'], { cwd: folder });
      const { shadow_price } = JSON.parse(readFileSync(join(folder, 'out', 'scorer.json'), 'utf8'));
      expect(shadow_price).toBeGreaterThan(0);
      const bought = readRows(join(folder, 'scores.csv')).filter(
        (row) => row.recommended_incentive !== 'none',
      );
      for (const row of bought)
        expect(row.expected_value_optimized - row.expected_value_baseline).toBeGreaterThan(
          shadow_price * row.offer_cost,
        );
    }, '20'));

  it.each([
    [['--run', 'nowhere'], /nowhere is not a run folder: no scorer\.json/],
    [['--shadow-price', '-1'], /--shadow-price <gain>' argument '-1' is invalid\. it must be at least 0\./],
    [['--out', 'scores.docx'], /scores\.docx: unknown kind of file/],
  ])('refuses %j', (flags, message) =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'new.csv'), csv(customerRows(3)));
      const { code, stderr } = await clv(['score', '--input', 'new.csv', ...flags], { cwd: folder });
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
    }),
  );

  it.each([
    [
      '{"format": "clv-scorer", "version": 1, "schema": {}}',
      /scorer\.json is damaged: it has no churn, segments,/,
    ],
    ['{"format": "clv-scorer", "version": 2}', /scorer\.json is not a clv-scorer of version 1/],
    ['{"format": "clv-sc', /scorer\.json is not JSON/],
  ])('refuses models that are %s', (scorer, message) =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'new.csv'), csv(customerRows(3)));
      writeFileSync(join(folder, 'scorer.json'), scorer);
      const { code, stderr } = await clv(['score', '--input', 'new.csv', '--run', '.'], { cwd: folder });
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) });
    }),
  );

  it('refuses a table that lacks columns of the models, by the names of all', () =>
    withRun(async (folder) => {
      const less = customerRows(5).map(({ calls: _, contract: __, customer, ...row }) => ({
        ...row,
        custmer: customer,
      }));
      writeFileSync(join(folder, 'less.csv'), csv(less));
      const { code, stderr } = await clv(['score', '--input', 'less.csv'], { cwd: folder });
      expect({ code, errors: stderr.trim().split('\n').sort() }).toEqual({
        code: 1,
        errors: [
          'error: less.csv: unknown column: calls',
          'error: less.csv: unknown column: contract',
          'error: less.csv: unknown column: customer (did you mean custmer?)',
        ],
      });
    }));
});
