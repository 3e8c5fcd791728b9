import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const canary = 'Zyx.Canary';
const rows: Record<string, string>[] = customerRows(300).map((row, i) => ({
  ...row,
  name: `${canary} ${i}`,
  email: `${canary}.${i}@example.org`,
}));
const config = { ...customerConfig, run_id: 'contract', holdout: 0.3 };

/** A folder with a table in which everyone has a name and an e-mail address, its config, and a run of it. */
const withRun = (use: (folder: string, said: string) => Promise<void>) =>
  withTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'customers.csv'), csv(rows));
    writeFileSync(join(folder, 'new.csv'), csv(rows.slice(0, 50).map(({ left: _, ...row }) => row)));
    const log = rows.map((row, i) => ({ ...row, ...got[i % 3], outcome: String(Number(row.left === 'No')) }));
    writeFileSync(join(folder, 'log.csv'), csv(log));
    writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
    const { code, stdout, stderr } = await clv(['run', ...own], {
      cwd: folder,
      env: { NO_COLOR: undefined },
    });
    expect(code).toBe(0);
    await use(folder, stdout + stderr);
  });

/** What customers got by lot, and by what chance. */
const got = ['none', 'discount_5', 'discount_10'].map((offer) => ({ offer, propensity: '0.3333' }));

const own = ['--config', 'clv.config.json', '--input', 'customers.csv'];
const escape = '\u001b';

/** Every command that answers and ends; those that write do so with nothing but a --dry-run. */
const commands: [string, string[]][] = [
  ['run', ['run', ...own, '--dry-run']],
  ['validate', ['validate', ...own]],
  ['synth', ['synth', '--customers', '100', '--dry-run']],
  ['score', ['score', '--input', 'new.csv', '--dry-run']],
  ['init', ['init', '--input', 'customers.csv', '--config', 'other.config.json', '--dry-run']],
  ['evaluate', ['evaluate', '--input', 'log.csv']],
  ['measure', ['measure', '--input', 'log.csv', '--experiment', 'next.csv', '--dry-run']],
  ['monitor', ['monitor', '--against', 'out', '--calibration', '1']],
  ['explain', ['explain', 'K-1']],
];

/** What each command says, with some flags more. */
async function* everyAnswer(folder: string, ...flags: string[]) {
  for (const [name, args] of commands) {
    const { code, stdout, stderr } = await clv([...args, ...flags], {
      cwd: folder,
      env: { NO_COLOR: undefined },
    });
    expect({ name, code }).toEqual({ name, code: 0 });
    yield { name, stdout, stderr };
  }
}

describe('names and e-mails planted as canaries (row 23)', () => {
  it('are in no log, report or model file; the results alone carry the columns that came', () =>
    withRun(async (folder, said) => {
      expect(said).not.toContain(canary);
      const out = join(folder, 'out');
      const carry = (name: string) => readFileSync(join(out, name)).includes(canary);
      expect(readdirSync(out).filter(carry).sort()).toEqual([
        'retention_results.arrow',
        'retention_results.csv',
      ]);
    }));
});

describe('the command line’s contract (row 22)', () => {
  it('--json parses, and --dry-run writes nothing', () =>
    withRun(async (folder) => {
      const files = () => readdirSync(folder, { recursive: true }).sort();
      const before = files();
      for await (const { name, stdout, stderr } of everyAnswer(folder, '--json')) {
        expect({ name, stderr }).toEqual({ name, stderr: '' });
        expect(typeof JSON.parse(stdout)).toBe('object');
      }
      expect(files()).toEqual(before);
    }));

  it('there is no ANSI off a terminal, nor a name or an e-mail of anyone (row 23)', () =>
    withRun(async (folder, ran) => {
      for await (const { name, stdout, stderr } of everyAnswer(folder)) {
        expect(stdout).not.toBe('');
        for (const told of [escape, canary])
          expect({ name, isTold: (ran + stdout + stderr).includes(told) }).toEqual({ name, isTold: false });
      }
    }));

  it.each([
    ['run'],
    ['validate'],
    ['synth'],
    ['score', '--input', 'x'],
    ['evaluate', '--input', 'x'],
    ['measure', '--input', 'x'],
    ['monitor', '--against', 'x'],
    ['explain', 'x'],
    ['serve'],
    ['init', '--input', 'x'],
    ['completion', 'bash'],
    ['manual'],
    ['spark', 'plan'],
  ])('%s ends with 1 on a flag that it does not know, and with 0 on --help', async (name, ...needed) => {
    const unknown = await clv([name, ...needed, '--no-such-flag']);
    expect(unknown).toEqual({ code: 1, stdout: '', stderr: "error: unknown option '--no-such-flag'\n" });
    const help = await clv([name, '--help']);
    expect(help).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(`clv ${name}`) });
  });

  it('an error is one JSON document with --json, whatever the command', async () => {
    for (const args of [
      ['run', '--input', 'no.csv'],
      ['score', '--input', 'no.csv', '--run', 'no'],
      ['serve', '--out', 'no'],
      ['run', '--bugdet', '5'],
    ]) {
      const { code, stdout, stderr } = await clv([...args, '--json']);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(JSON.parse(stdout).error).toMatchObject({
        code: expect.any(String),
        message: expect.any(String),
      });
    }
  });

  const terminal = existsSync('/usr/bin/script') ? it : it.skip;
  terminal('a terminal is not painted with NO_COLOR', () => {
    const call = (environment: string) =>
      execFileSync(
        'script',
        ['-qec', `${environment} ${process.execPath} bin/clv.js run --customers 400 --dry-run`, '/dev/null'],
        {
          encoding: 'utf8',
        },
      );
    expect(call('env -u NO_COLOR -u CI TERM=xterm')).toContain(escape);
    expect(call('env NO_COLOR=1 TERM=xterm')).not.toContain(escape);
  });
});
