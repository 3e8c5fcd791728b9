import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { records } from '../src/input/csv/csv-dialect.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';
import { customerConfig, customerRows } from './customer-csv.js';

const leads = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const isPlainNumber = (text: string) => /^[+-]?[\d.]+(e[+-]?\d+)?$/.test(text);

/** Customers whose ids, contracts, notes and a header would be run by a spreadsheet, and a number that would not. */
const customers = () =>
  customerRows(300).map(({ customer, ...row }, i) => ({
    customer: `${leads[i % leads.length]}${customer}`,
    ...row,
    contract: `${leads[i % 4]}${row.contract}`,
    '=note': `${leads[i % leads.length]}cmd|' /C calc'!A0`,
    balance: '-5.25',
  }));

const quoted = (rows: Record<string, string>[]) =>
  [Object.keys(rows[0]), ...rows.map((row) => Object.values(row))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    .join('\n');

describe('cells that a spreadsheet would run (row 13)', () => {
  it('are neutralised in every CSV that a command writes, and -5.25 is left as it is', () =>
    withTemporaryFolder(async (folder) => {
      const rows = customers();
      const bad = rows.map((row, i) => (i === 7 ? { ...row, charge: '=1+1' } : row));
      writeFileSync(join(folder, 'customers.csv'), quoted(bad));
      const outcomes = rows.map(({ customer }) => ({ customer, outcome: '1' }));
      writeFileSync(join(folder, 'outcomes.csv'), quoted(outcomes));
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify({ ...customerConfig, holdout: 0.3 }));
      writeFileSync(join(folder, 'new.csv'), quoted(rows));
      for (const command of [
        'run --config clv.config.json --input customers.csv --rejects rejects.csv --write copy.csv.gz',
        'score --input new.csv --out scores.csv',
        'measure --input outcomes.csv --experiment log.csv',
      ])
        expect(await clv([...command.split(' '), '--quiet'], { cwd: folder })).toEqual({
          code: 0,
          stdout: '',
          stderr: '',
        });
      for (const name of [
        'out/retention_results.csv',
        'copy.csv.gz',
        'rejects.csv',
        'scores.csv',
        'log.csv',
      ]) {
        const bytes = readFileSync(join(folder, name));
        const [header, ...lines] = records(
          String(name.endsWith('.gz') ? gunzipSync(bytes) : bytes),
          ',',
          Infinity,
        );
        const run = [header, ...lines]
          .flat()
          .filter((cell) => leads.includes(cell[0]) && !isPlainNumber(cell));
        expect({ name, run }).toEqual({ name, run: [] });
        if (name === 'rejects.csv') expect(lines[0]).toContain("'=1+1");
        else {
          expect(header).toContain("'=note");
          const balances = lines.map((line) => line[header.indexOf('balance')]);
          expect(new Set(balances)).toEqual(new Set(['-5.25']));
        }
      }
    }));
});
