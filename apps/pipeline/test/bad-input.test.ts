import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

type Rows = Record<string, string>[];

const changed = (rows: Rows, row: number, column: string, value: string): Rows =>
  rows.map((cells, i) => (i === row - 1 ? { ...cells, [column]: value } : cells));

/** Runs on a table and a config; returns what was said and that nothing was written. */
async function refusal(
  text: string,
  config: object = customerConfig,
): Promise<{ code: number | null; errors: string[] }> {
  return withTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'customers.csv'), text);
    writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
    const before = readdirSync(folder);
    const { code, stderr } = await clv(
      ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--quiet'],
      { cwd: folder },
    );
    expect(readdirSync(folder)).toEqual(before);
    expect(stderr).not.toMatch(/^\s+at /m);
    return { code, errors: stderr.trim().split('\n') };
  });
}

describe('clv run refuses, with exit code 1, a message that names the thing, and nothing written', () => {
  const rows = customerRows(120);

  it('a missing file', async () => {
    const { code, stderr } = await clv(['run', '--input', 'nowhere.csv']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'error: no such file: nowhere.csv\n' });
  });

  it('an empty file', async () => {
    expect(await refusal('')).toEqual({ code: 1, errors: ['error: customers.csv is empty'] });
  });

  it('a file with a header and no rows', async () => {
    const { code, errors } = await refusal('customer,contract,months,charge,calls,left\n');
    expect(code).toBe(1);
    expect(errors[0]).toMatch(/customers\.csv.*no rows/);
  });

  it('an unknown column in the config, with the nearest name', async () => {
    const { code, errors } = await refusal(csv(rows), {
      roles: { ...customerConfig.roles, tenure: 'mnths' },
    });
    expect(code).toBe(1);
    expect(errors.join('\n')).toContain('unknown column: mnths (did you mean months?)');
  });

  it('a fairness_group that is not a column, before anything is fitted', async () => {
    const { code, errors } = await refusal(csv(rows), { ...customerConfig, fairness_group: 'contrct' });
    expect({ code, errors }).toEqual({
      code: 1,
      errors: ['error: customers.csv: fairness_group: unknown column: contrct (did you mean contract?)'],
    });
  });

  it('a label with three values', async () => {
    const { code, errors } = await refusal(csv(changed(rows, 5, 'left', 'Maybe')));
    expect(code).toBe(1);
    expect(errors.join('\n')).toMatch(/left.*Maybe/);
  });

  it.each([
    ['a price that is text in row 17', 'charge', 'abc', /customers\.csv: row 17.*charge.*"abc"/],
    ['a negative price', 'charge', '-3', /customers\.csv: row 17.*charge.*-3/],
  ])('%s', async (_, column, value, message) => {
    const { code, errors } = await refusal(csv(changed(rows, 17, column, value)));
    expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringMatching(message)] });
  });

  it('a negative margin', async () => {
    const margins = rows.map((row, i) => ({ ...row, profit: i === 16 ? '-4.5' : '12' }));
    const { code, errors } = await refusal(csv(margins), {
      roles: { ...customerConfig.roles, margin_rate: undefined, margin: 'profit' },
    });
    expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringMatching(/row 17.*profit.*-4\.5/)] });
  });

  it('a blank price', async () => {
    const { code, errors } = await refusal(csv(changed(rows, 17, 'charge', '')));
    expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringMatching(/row 17, charge is blank/)] });
  });

  it('duplicate ids, naming both rows', async () => {
    const { code, errors } = await refusal(csv(changed(rows, 17, 'customer', 'K-3')));
    expect(code).toBe(1);
    expect(errors[0]).toMatch(/row 17.*customer.*K-3.*row 3/);
  });

  it('too few customers to learn from', async () => {
    const { code, errors } = await refusal(csv(rows.slice(0, 40)));
    expect(code).toBe(1);
    expect(errors[0]).toContain('at least 50 customers who churned are needed to learn from');
  });

  it('all of them at once: every fault is told, not the first', async () => {
    let bad = changed(rows, 17, 'charge', 'abc');
    bad = changed(bad, 30, 'charge', 'n.a.');
    bad = changed(bad, 40, 'customer', 'K-39');
    bad = changed(bad, 50, 'months', 'soon');
    const { code, errors } = await refusal(csv(bad));
    expect(code).toBe(1);
    for (const row of [17, 30, 40, 50])
      expect(errors.some((error) => error.includes(`row ${row}`))).toBe(true);
  });

  it('an unknown flag, a flag with a bad value, and a config with two faults', async () => {
    expect((await clv(['run', '--bugdet', '5'])).code).toBe(1);
    expect((await clv(['run', '--seed', 'x'])).stderr).toContain('it must be a whole number');
    expect(await clv(['serve', '--port', '99999'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('65535'),
    });
    const { code, errors } = await refusal(csv(rows), { ...customerConfig, bugdet: 3, horizon_months: 0 });
    expect({ code, count: errors.length }).toEqual({ code: 1, count: 2 });
  });

  it('and tells a program the same in JSON', async () => {
    const { code, stdout } = await clv(['run', '--input', 'nowhere.csv', '--json']);
    expect({ code, document: JSON.parse(stdout) }).toEqual({
      code: 1,
      document: {
        error: expect.objectContaining({ code: 'INVALID_INPUT', message: 'no such file: nowhere.csv' }),
      },
    });
  });

  it.each([
    ['--input', '${CLV_TEST_SECRET}.csv', 'no such file: ${CLV_TEST_SECRET}.csv'],
    ['--input', 'duckdb:${CLV_TEST_SECRET}?table=t', 'no such file: duckdb:${CLV_TEST_SECRET}?table=t'],
    ['--input', 'https://me:hunter2@h/x.csv', 'no such file: https://me:***@h/x.csv'],
    ['--input', 'mysql://me:hunter2@h/x', 'mysql://me:***@h/x: unknown kind of file'],
    ['--input', 'postgres://h/d/t?pass=hunter2', 'postgres://h/d/t?pass=***: after the database comes'],
    ['--write', 'mysql://me:hunter2@h/x', 'mysql://me:***@h/x: unknown kind of file'],
    ['--rejects', 'postgres://me:hunter2@h/d/t', 'postgres://me:***@h/d/t: unknown kind of file'],
  ])('a secret in %s %s is told to nobody, whatever is wrong', async (flag, address, message) => {
    const env = { CLV_TEST_SECRET: 'hunter2' };
    for (const how of ['--quiet', '--debug', '--json']) {
      const { code, stdout, stderr } = await clv(['run', '--dry-run', flag, address, how], { env });
      expect(code).toBe(1);
      expect(stdout + stderr).toContain(message);
      expect(stdout + stderr).not.toContain('hunter2');
    }
  });

  it('a database that is out of reach is not: 2', async () => {
    const { code, stderr } = await clv(['validate', '--input', 'postgres://me@127.0.0.1:1/d/t']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^error: postgres:\/\/me@127\.0\.0\.1:1\/d\/t: .*\n$/),
    });
  });

  it.each([
    [['--run', 'runs/may'], 'runs/may is not a run folder'],
    [['--out', 'runs/may'], 'runs/may is not a run folder'],
    [['--run', 'a', '--out', 'b'], '--run a and --out b name two run folders'],
  ])('a dashboard over %j', async (flags, message) => {
    const { code, stderr } = await clv(['serve', ...flags, '--port', '0']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
  });

  it('a spreadsheet, and what is to be done with it', async () => {
    const { code, stderr } = await clv(['validate', '--input', 'customers.xlsx']);
    const message = 'error: customers.xlsx is a spreadsheet: save its sheet as CSV, and give that\n';
    expect({ code, stderr }).toEqual({ code: 1, stderr: message });
  });

  it('a table that a run could not learn from, also for clv validate', () =>
    withTemporaryFolder(async (folder) => {
      const rows = customerRows(240).map((row, i) => ({ ...row, left: i < 30 ? 'Yes' : 'No' }));
      writeFileSync(join(folder, 'customers.csv'), csv(rows));
      for (const [more, command] of [
        [{}, 'run'],
        [{}, 'validate'],
        [{ fit_rows: 200 }, 'validate'],
      ] as const) {
        writeFileSync(join(folder, 'clv.config.json'), JSON.stringify({ ...customerConfig, ...more }));
        const flags = ['--config', 'clv.config.json', '--input', 'customers.csv', '--quiet'];
        const { code, stderr } = await clv([command, ...flags], { cwd: folder });
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringContaining('at least 50 customers who churned are needed to learn from'),
        });
      }
    }));

  it('a port that is taken', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'summary.json'), '{}');
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const { port } = taken.address() as AddressInfo;
      const { code, stderr } = await clv(['serve', '--run', '.', '--port', String(port)], { cwd: folder });
      taken.close();
      const message = `error: port ${port} is taken; name another, or --port 0 for any that is free\n`;
      expect({ code, stderr }).toEqual({ code: 1, stderr: message });
    }));
});
