import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { signalAtStage } from './at-stage.js';
import { changedNode } from './changed-node.js';
import { clv, plainText, program } from './clv.js';

const short = ['run', '--customers', '400', '--quiet', '--out', 'out'];
const names = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
const unwanted = (folder: string) => names(folder).filter((name) => name.startsWith('.'));

let child: ChildProcess;
afterEach(() => child?.kill('SIGKILL'));

/** A run that writes to `out` and, once it has kept a stage there, stands still. */
async function startRun(folder: string): Promise<void> {
  const stop = signalAtStage(folder, 'SIGSTOP');
  child = spawn(process.execPath, [...stop, program, ...short], {
    cwd: folder,
    env: plainText,
    stdio: 'ignore',
  });
  while (!names(join(folder, 'out', '.clv-stages')).some((name) => !name.endsWith('.tmp'))) {
    expect(child.exitCode).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** How that run ends; it stands still again at each stage. */
async function endOfRun(): Promise<unknown[]> {
  const goOn = setInterval(() => child.kill('SIGCONT'), 5);
  const ended = await once(child, 'close');
  clearInterval(goOn);
  return ended;
}

describe('a run folder that a run is writing to', () => {
  it('takes no other run: that ends at once with 1, and names the folder and the process', () =>
    withTemporaryFolder(async (folder) => {
      await startRun(folder);
      for (const more of [[], ['--resume']]) {
        const { code, stderr } = await clv([...short, ...more], { cwd: folder });
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringMatching(new RegExp(`^error: out is in use: process ${child.pid} `)),
        });
      }
      const { code, stdout } = await clv([...short, '--json'], { cwd: folder });
      expect([code, JSON.parse(stdout).error.faults]).toEqual([
        1,
        [expect.objectContaining({ rule: 'folder-in-use', path: 'out' })],
      ]);
      expect((await clv([...short, '--dry-run'], { cwd: folder })).code).toBe(0);
      expect(await endOfRun()).toEqual([0, null]);
      expect(unwanted(join(folder, 'out'))).toEqual([]);
    }));

  it('is free at once when that run was killed, and --resume goes on', () =>
    withTemporaryFolder(async (folder) => {
      await startRun(folder);
      child.kill('SIGKILL');
      await once(child, 'close');
      expect(unwanted(join(folder, 'out'))).toContain('.clv-lock');
      expect(await clv([...short, '--resume'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
      expect(unwanted(join(folder, 'out'))).toEqual([]);
    }));

  /** What `node:fs` does instead in a run that has not yet its folder's lock. */
  const runWith = (folder: string, name: string, instead: string) =>
    clv(short, { cwd: folder, before: changedNode(folder, `fs.${name} = () => { ${instead} };`) });

  it.each(['openSync', 'writeSync', 'closeSync', 'linkSync', 'rmSync'])(
    'is free at once when that run was killed at the %s of its lock',
    (name) =>
      withTemporaryFolder(async (folder) => {
        const killed = await runWith(folder, name, "process.kill(process.pid, 'SIGKILL');");
        expect(killed.code).toBeNull();
        expect(await clv([...short, '--resume'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
        expect(unwanted(join(folder, 'out'))).toEqual([]);
      }),
  );

  it('is locked too where a file has but one name', () =>
    withTemporaryFolder(async (folder) => {
      const refuse = "throw Object.assign(new Error('no links'), { code: 'EPERM' });";
      expect(await runWith(folder, 'linkSync', refuse)).toMatchObject({ code: 0, stderr: '' });
      expect(unwanted(join(folder, 'out'))).toEqual([]);
    }));

  it('is gone again where its lock cannot be written', () =>
    withTemporaryFolder(async (folder) => {
      const refuse = "throw Object.assign(new Error('no space'), { code: 'ENOSPC' });";
      expect(await runWith(folder, 'writeSync', refuse)).toMatchObject({
        code: 2,
        stderr: 'error: cannot write out: ENOSPC\n',
      });
      expect(readdirSync(folder)).toEqual(['changed-node.mjs']);
    }));

  it('takes no measurement of a campaign either', () =>
    withTemporaryFolder(async (folder) => {
      await clv([...short, '--holdout', '0.5'], { cwd: folder });
      writeFileSync(join(folder, 'outcomes.csv'), 'customer_id,outcome\nC00000001,1\n');
      await startRun(folder);
      const { code, stderr } = await clv(['measure', '--input', 'outcomes.csv'], { cwd: folder });
      child.kill('SIGKILL');
      await once(child, 'close');
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining(`out is in use: process ${child.pid} `),
      });
    }));

  it('is not left behind by a run that fails, where there was none before', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'bad.csv'), 'customer,price\na,1\na,x\n');
      mkdirSync(join(folder, 'there'));
      for (const out of ['new/of/all', 'there']) {
        const { code } = await clv(['run', '--input', 'bad.csv', '--out', out, '--quiet'], { cwd: folder });
        expect(code).toBe(1);
      }
      expect(readdirSync(folder).sort()).toEqual(['bad.csv', 'there']);
      expect(readdirSync(join(folder, 'there'))).toEqual([]);
    }));
});
