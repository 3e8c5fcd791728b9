import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv, plainText, program } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const isRoot = process.getuid?.() === 0;

/** Every command that writes, by where it writes to. */
const writers: [string, (place: string) => string[]][] = [
  ['run', (place) => ['run', '--customers', '400', '--out', join(place, 'out')]],
  ['run --rejects', (place) => [...ownRun, '--rejects', join(place, 'rejects.csv')]],
  ['run --write FILE', (place) => [...ownRun, '--write', join(place, 'results.parquet')]],
  ['run --write duckdb:', (place) => [...ownRun, '--write', `duckdb:${join(place, 'x.duckdb')}?table=t`]],
  ['synth', (place) => ['synth', '--customers', '20000', '--out', join(place, 'customers.csv')]],
  [
    'synth to Parquet',
    (place) => ['synth', '--customers', '20000', '--out', join(place, 'customers.parquet')],
  ],
  ['score', (place) => ['score', '--input', 'new.csv', '--run', 'run', '--out', join(place, 'scores.csv')]],
  ['init', (place) => ['init', '--input', 'new.csv', '--config', join(place, 'clv.config.json')]],
  [
    'measure --experiment',
    (place) => ['measure', '--input', 'outcomes.csv', '--run', 'run', '--experiment', join(place, 'log.csv')],
  ],
];
const ownRun = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--out', 'again'];

/** A folder with a table, its config and a run to score with, and a place for what is to fail. */
const withWorkshop = (use: (folder: string, place: string) => Promise<void>) =>
  withTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'customers.csv'), csv(customerRows(200)));
    writeFileSync(join(folder, 'new.csv'), csv(customerRows(50).map(({ left: _, ...row }) => row)));
    writeFileSync(
      join(folder, 'outcomes.csv'),
      csv(customerRows(200).map(({ customer }) => ({ customer, outcome: '1' }))),
    );
    writeFileSync(join(folder, 'clv.config.json'), JSON.stringify({ ...customerConfig, holdout: 0.5 }));
    const made = await clv(
      ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--out', 'run'],
      { cwd: folder },
    );
    expect(made.code).toBe(0);
    const place = join(folder, 'place');
    mkdirSync(place);
    await use(folder, place);
  });

/** Exit code 2, one line that names the place, no stack, and nothing left there. */
async function expectToFail(folder: string, place: string, args: string[], uid?: number): Promise<void> {
  const { code, stderr } = await clv(args, { cwd: folder, uid });
  const errors = stderr.split('\n').filter((line) => line.startsWith('error:'));
  expect({ args, code, errors }).toEqual({
    args,
    code: 2,
    errors: [expect.stringMatching(/^error: cannot write .*place/)],
  });
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(readdirSync(place).filter((name) => !/^(out|x\.duckdb.*|ballast)$/.test(name))).toEqual([]);
}

describe('at each write (row 20)', () => {
  it('no permission ends with 2 and names the path', () =>
    withWorkshop(async (folder, place) => {
      // Root may write anywhere, so another user is needed to be refused.
      chmodSync(folder, 0o777);
      chmodSync(join(folder, 'run'), 0o777);
      chmodSync(place, 0o555);
      for (const [, args] of writers)
        await expectToFail(folder, place, args(place), isRoot ? 65534 : undefined);
    }));

  it.each(['place/file', 'place/file/x'])(
    'a file where the run folder is to be, %s, ends with 2 and names it',
    (out) =>
      withWorkshop(async (folder, place) => {
        writeFileSync(join(place, 'file'), 'kept');
        const args = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--out', out];
        const { code, stderr } = await clv([...args, '--quiet'], { cwd: folder });
        expect({ code, stderr }).toEqual({
          code: 2,
          stderr: expect.stringMatching(/^error: cannot write place.*\n$/),
        });
        expect(readFileSync(join(place, 'file'), 'utf8')).toBe('kept');
      }),
  );

  it('a file that is read is not written over', () =>
    withWorkshop(async (folder) => {
      const before = readFileSync(join(folder, 'customers.csv'), 'utf8');
      const run = ['run', '--config', 'clv.config.json', '--input', 'customers.cs[v]'];
      for (const args of [
        ['score', '--run', 'run', '--input', 'customers.csv', '--out', './customers.csv'],
        [...run, '--write', join(folder, 'customers.csv')],
        [...run, '--rejects', 'customers.csv'],
      ]) {
        const { code, stderr } = await clv(args, { cwd: folder });
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringContaining('customers.csv is the input'),
        });
      }
      expect(readFileSync(join(folder, 'customers.csv'), 'utf8')).toBe(before);
    }));

  it('a file of the run folder is not written over, and no file twice', () =>
    withWorkshop(async (folder) => {
      const before = readFileSync(join(folder, 'run', 'retention_results.csv'), 'utf8');
      const run = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--out', 'run'];
      const own = join(folder, 'run', 'retention_results.csv');
      const refused: [string[], string][] = [
        [[...run, '--write', own], `${own} is a file of the run folder itself`],
        [
          ['score', '--run', 'run', '--input', 'new.csv', '--out', './run/retention_results.csv'],
          'is a file of',
        ],
        [
          ['measure', '--run', 'run', '--input', 'outcomes.csv', '--experiment', 'run/campaign.parquet'],
          'run/campaign.parquet is a file of',
        ],
        [[...run, '--write', 'x.csv', '--rejects', './x.csv'], './x.csv is to be written twice'],
      ];
      for (const [args, message] of refused) {
        const { code, stderr } = await clv(args, { cwd: folder });
        expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
      }
      expect(readFileSync(own, 'utf8')).toBe(before);
    }));

  it.each(['csv', 'parquet'])(
    'a file that is read is not one of the results of its own folder (%s)',
    (kind) =>
      withWorkshop(async (folder) => {
        mkdirSync(join(folder, 'mine'));
        const input = join('mine', `retention_results.${kind}`);
        copyFileSync(join(folder, 'customers.csv'), join(folder, input));
        const args = ['run', '--config', 'clv.config.json', '--input', input, '--out', 'mine', '--quiet'];
        const { code, stderr } = await clv(args, { cwd: folder });
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringContaining(`${input} is the input`),
        });
        expect(readdirSync(join(folder, 'mine'))).toEqual([`retention_results.${kind}`]);
      }),
  );

  const tmpfs = isRoot && canMount() ? it : it.skip;
  tmpfs('no space ends with 2 and names the path', () =>
    withWorkshop(async (folder, place) => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]);
      try {
        writeFileSync(join(place, 'ballast'), Buffer.alloc(64 * 1024));
        for (const [, args] of writers) await expectToFail(folder, place, args(place));
      } finally {
        execFileSync('umount', [place]);
      }
    }),
  );
  if (tmpfs === it.skip) process.stderr.write('skipped: a file system without space needs root and mount\n');

  const full = existsSync('/dev/full') ? it.each : it.skip.each;
  full([
    ['run', ['run', '--customers', '400', '--dry-run', '--json']],
    ['synth', ['synth', '--customers', '400', '--dry-run']],
    ['manual', ['manual']],
    ['--help', ['--help']],
    ['--version', ['--version']],
  ])(
    'clv %s to a full disk ends with 2, and says that standard output cannot be written',
    async (_, args) => {
      const disk = openSync('/dev/full', 'w');
      const { code, stderr } = await piped([...args], disk);
      closeSync(disk);
      const errors = stderr.split('\n').filter((line) => line.startsWith('error:'));
      expect({ code, errors }).toEqual({ code: 2, errors: ['error: cannot write standard output: ENOSPC'] });
      expect(stderr).not.toMatch(/^\s+at /m);
    },
  );

  it.each([
    ['clv run --json', ['run', '--customers', '400', '--json', '--dry-run']],
    ['clv synth', ['synth', '--customers', '400', '--dry-run', '--json']],
    ['clv --help', ['--help']],
  ])('%s | head -1 ends cleanly', async (_, args) => {
    const { code, stderr } = await piped(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

/** Calls the command with a standard output of its own, by default a pipe that its reader closes at once. */
function piped(
  args: string[],
  output: 'pipe' | number = 'pipe',
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: plainText,
      stdio: ['ignore', output, 'pipe'],
    });
    let stderr = '';
    child.stdout?.destroy();
    child.stderr!.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

function canMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
