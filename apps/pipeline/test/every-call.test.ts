import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { type Outcome, clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const faulty = join(process.cwd(), 'test', 'faulty-calls.mjs');
const newcomers = csv(customerRows(30).map(({ left: _, ...row }) => row));
const score = ['score', '--input', '-', '--run', 'out', '--out', 'scores.csv'];
const run = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--quiet'];

/** What a command came to, and the calls by which it changed files, by name. */
interface Fated extends Outcome {
  calls: string[];
}

/** @param fault the number of the call at which it is killed or, with a code, at which that is said. */
async function fated(
  folder: string,
  args: readonly string[],
  fault?: { at: number; code?: 'ENOSPC' },
): Promise<Fated> {
  const told = `${folder}.calls`;
  rmSync(told, { force: true });
  const faults = fault && { CALLS_AT: String(fault.at), CALLS_CODE: fault.code };
  const env = {
    ...faults,
    CALLS_TOLD: told,
    TMPDIR: join(folder, 'scratch'),
    NODE_OPTIONS: `--import=${faulty}`,
  };
  const outcome = await clv(args, { cwd: folder, stdin: newcomers, env });
  return { ...outcome, calls: readFileSync(told, 'utf8').trim().split('\n') };
}

/** The numbers of the calls, of several of one name in a row the first. */
const distinct = (calls: readonly string[]) => [...calls.keys()].filter((at) => calls[at] !== calls[at - 1]);

/** All that is in a folder: of files the hashes, but of `run.json`, which says how long things took. */
function contents(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const isHashed = entry.isFile() && entry.name !== 'run.json';
    return [path.slice(folder.length + 1), isHashed ? hash(path) : ''];
  });
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

const isVisible = (name: string) => !/(^|\/)\.|^scratch\//.test(name);

let before: string;

/** A folder in which a run was made of other customers. */
beforeAll(async () => {
  before = mkdtempSync(join(tmpdir(), 'clv-test-'));
  mkdirSync(join(before, 'scratch'));
  const config = { ...customerConfig, churn: { once: true } };
  writeFileSync(join(before, 'clv.config.json'), JSON.stringify(config));
  writeFileSync(join(before, 'customers.csv'), csv(customerRows(200, 2)));
  expect((await clv(run, { cwd: before })).code).toBe(0);
  writeFileSync(join(before, 'customers.csv'), csv(customerRows(200)));
  writeFileSync(join(before, 'scores.csv'), 'old\n');
});

afterAll(() => rmSync(before, { recursive: true }));

/** Does something in a copy of it, knowing what a clean command makes of another one, and by which calls. */
const withClean = (
  args: readonly string[],
  use: (folder: string, clean: Record<string, string>, calls: readonly string[]) => Promise<void>,
) =>
  withTemporaryFolder(async (place) => {
    const [first, folder] = ['first', 'second'].map((name) => join(place, name));
    for (const copy of [first, folder]) cpSync(before, copy, { recursive: true });
    const { code, stderr, calls } = await fated(first, args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await use(folder, contents(first), calls);
  });

/** Each visible file is as it was, or as a clean command leaves it. */
function expectWhole(folder: string, clean: Record<string, string>): void {
  const old = contents(before);
  for (const [name, found] of Object.entries(contents(folder)))
    if (isVisible(name))
      expect([`${name} ${old[name]}`, `${name} ${clean[name]}`]).toContain(`${name} ${found}`);
}

describe('at every call that changes a file', () => {
  it('a killed clv score leaves whole files, and nothing that the next one does not remove', () =>
    withClean(score, async (folder, clean, calls) => {
      expect(calls).toEqual(expect.arrayContaining(['mkdtemp', 'openSync', 'unlinkSync', 'sync', 'rename']));
      for (const at of distinct(calls)) {
        expect((await fated(folder, score, { at })).code).toBeNull();
        expectWhole(folder, clean);
      }
      expect((await fated(folder, score)).code).toBe(0);
      expect(contents(folder)).toEqual(clean);
    }));

  it('a clv score that is refused names the place, and leaves nothing', () =>
    withClean(score, async (folder, clean, calls) => {
      const old = contents(folder);
      for (const at of distinct(calls.slice(0, calls.lastIndexOf('rename') + 1))) {
        const { code, stderr } = await fated(folder, score, { at, code: 'ENOSPC' });
        const isDone = code === 0;
        expect({ at, code, stderr, left: contents(folder) }).toEqual({
          at,
          code: isDone ? 0 : 2,
          stderr: isDone
            ? ''
            : expect.stringMatching(/^error: cannot write \S*(scratch|spool|scores)\S*: ENOSPC\n$/),
          left: isDone ? clean : old,
        });
      }
    }));

  it('a run.json vouches for no files but its own, wherever the run is killed that replaces it', () =>
    withClean(run, async (folder, clean, calls) => {
      const [names, out] = [calls.lastIndexOf('rename'), join(folder, 'out')];
      for (const at of [names - 1, names + 1]) {
        expect((await fated(folder, run, { at })).code).toBeNull();
        expectWhole(folder, clean);
        if (existsSync(join(out, 'run.json'))) expect(unlikeRecord(out)).toEqual([]);
      }
      expect((await fated(folder, run)).code).toBe(0);
      expect(contents(folder)).toEqual(clean);
    }));
});

/** The files of a run folder that are not what its record says. */
function unlikeRecord(out: string): string[] {
  const { files } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as {
    files: Record<string, { sha256: string }>;
  };
  const found = contents(out);
  return Object.keys(files).filter((name) => found[name] !== files[name].sha256);
}
