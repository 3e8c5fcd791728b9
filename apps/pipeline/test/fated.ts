import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { type Outcome, clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const faulty = join(process.cwd(), 'test', 'faulty-calls.mjs');

/** At how many calls of a command a fate is met; `.ci/run` asks for many. */
const fates = Number(process.env.CLV_KILLS ?? 3);

/** What a command came to, and the calls by which it changed files, by name. */
interface Fated extends Outcome {
  calls: string[];
}

/** What is in a folder by name: of files the hashes. */
export type Contents = Readonly<Record<string, string>>;

/** What is to befall a command. */
export interface Fate {
  /** The number of the call at which it is killed or, with a code, at which that is said. */
  at?: number;
  code?: 'ENOSPC' | 'EIO' | 'EACCES';
  /** Whose calls are counted (default: those of the main one that change files). */
  thread?: 'second' | 'reads';
}

/** @param stdin what the command reads; new customers by default. */
export async function fated(
  folder: string,
  args: readonly string[],
  { at, code, thread }: Fate = {},
  stdin = newcomers,
): Promise<Fated> {
  const told = `${folder}.calls`;
  rmSync(told, { force: true });
  const env = {
    ...(at !== undefined && { CALLS_AT: String(at), CALLS_CODE: code }),
    CALLS_OF: thread,
    CALLS_TOLD: told,
    TMPDIR: join(folder, 'scratch'),
    NODE_OPTIONS: `--import=${faulty}`,
  };
  const outcome = await clv(args, { cwd: folder, stdin, env });
  return { ...outcome, calls: readFileSync(told, 'utf8').trim().split('\n') };
}

/** The numbers of the calls, of several of one name in a row the first. */
export const distinct = (calls: readonly string[]) =>
  [...calls.keys()].filter((at) => calls[at] !== calls[at - 1]);

/** Some of them, spread from the first to the last; of a command that takes long no more than so many. */
export function some(places: readonly number[], most = Infinity): number[] {
  const count = Math.min(fates, most, places.length);
  return Array.from(
    { length: count },
    (_, i) => places[Math.round((i * (places.length - 1)) / Math.max(1, count - 1))],
  );
}

/** All that is in a folder, but for what is in `run.json`, which says how long things took. */
export function contents(folder: string): Contents {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const isHashed = entry.isFile() && entry.name !== 'run.json';
    return [path.slice(folder.length + 1), isHashed ? hash(path) : ''];
  });
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1))) as Contents;
}

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Each visible file is as it was, or as a clean command leaves it; none that was there is gone, but a `run.json`. */
export function expectWhole(folder: string, old: Contents, clean: Contents): void {
  const now = contents(folder);
  const isVisible = (name: string) => !/(^|\/)\.|^scratch\//.test(name);
  for (const name of Object.keys({ ...old, ...now }).filter(isVisible)) {
    if (now[name] === undefined && (clean[name] === undefined || name.endsWith('run.json'))) continue;
    expect([`${name} ${old[name]}`, `${name} ${clean[name]}`]).toContain(`${name} ${now[name]}`);
  }
}

/** The files of a run folder that are not what its record says. */
export function unlikeRecord(out: string): string[] {
  const { files } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as {
    files: Record<string, { sha256: string }>;
  };
  const found = contents(out);
  return Object.keys(files).filter((name) => found[name] !== files[name].sha256);
}

export const run = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--quiet'];
export const newcomers = csv(customerRows(30).map(({ left: _, ...row }) => row));
const rows = 400;
export const outcomes = csv(customerRows(rows).map(({ customer }) => ({ customer, outcome: '1' })));

/** A folder in which a run was made of other customers. */
export async function makeWorkshop(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'clv-test-'));
  mkdirSync(join(folder, 'scratch'));
  const config = { ...customerConfig, churn: { once: true }, holdout: 0.5 };
  writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'large.config.json'), JSON.stringify({ ...config, fit_rows: 300 }));
  writeFileSync(join(folder, 'customers.csv'), csv(customerRows(rows, 2)));
  expect((await clv(run, { cwd: folder })).code).toBe(0);
  writeFileSync(join(folder, 'customers.csv'), csv(customerRows(rows)));
  writeFileSync(join(folder, 'scores.csv'), 'old\n');
  return folder;
}

/** Does something in a copy of a folder. */
export const withCopy = <T>(of: string, use: (folder: string) => Promise<T>): Promise<T> =>
  withTemporaryFolder((place) => {
    const folder = join(place, 'copy');
    cpSync(of, folder, { recursive: true });
    return use(folder);
  });

/** What a command makes of a copy of a folder where nothing befalls it, and by which calls of a thread. */
export const cleanly = (
  before: string,
  args: readonly string[],
  stdin?: string,
  thread?: Fate['thread'],
): Promise<{ clean: Contents; calls: readonly string[] }> =>
  withCopy(before, async (folder) => {
    const { code, stderr, calls } = await fated(folder, args, { thread }, stdin);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return { clean: contents(folder), calls };
  });
