import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv, plainText, program } from './clv.js';

const long = ['run', '--customers', '60000', '--fast', '--quiet', '--out', 'out'];
const short = ['run', '--customers', '400', '--quiet', '--out', 'out'];
const names = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
const unwanted = (folder: string) => names(folder).filter((name) => name.startsWith('.'));

/** A run that has begun to write to `out`, until it is killed or has ended. */
async function startRun(folder: string) {
  const child = spawn(process.execPath, [program, ...long], { cwd: folder, env: plainText, stdio: 'ignore' });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  while (!names(join(folder, 'out')).includes('.clv-lock')) {
    expect(child.exitCode).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { child, ended };
}

describe('a run folder that a run is writing to', () => {
  it('takes no other run: that ends at once with 1, and names the folder and the process', () =>
    withTemporaryFolder(async (folder) => {
      const { child, ended } = await startRun(folder);
      for (const more of [[], ['--resume']]) {
        const { code, stderr } = await clv([...short, ...more], { cwd: folder });
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringMatching(new RegExp(`^error: out is in use: process ${child.pid} `)),
        });
        expect(child.exitCode).toBeNull();
      }
      const { code, stdout } = await clv([...short, '--json'], { cwd: folder });
      expect([code, JSON.parse(stdout).error.faults]).toEqual([
        1,
        [expect.objectContaining({ rule: 'folder-in-use', path: 'out' })],
      ]);
      expect((await clv([...short, '--dry-run'], { cwd: folder })).code).toBe(0);
      expect(await ended).toBe(0);
      expect(unwanted(join(folder, 'out'))).toEqual([]);
    }));

  it('is free at once when that run was killed, and --resume goes on', () =>
    withTemporaryFolder(async (folder) => {
      const { child, ended } = await startRun(folder);
      child.kill('SIGKILL');
      await ended;
      expect(unwanted(join(folder, 'out'))).toContain('.clv-lock');
      expect(await clv([...short, '--resume'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
      expect(unwanted(join(folder, 'out'))).toEqual([]);
    }));

  /** What `node:fs` does instead in a run that has not yet its folder's lock. */
  const runWith = (folder: string, name: string, instead: string) => {
    const faulty = join(folder, 'faulty.mjs');
    writeFileSync(
      faulty,
      `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
       fs.${name} = () => { ${instead} }; syncBuiltinESMExports();`,
    );
    return spawnSync(process.execPath, ['--import', faulty, program, ...short], {
      cwd: folder,
      env: plainText,
      encoding: 'utf8',
    });
  };

  it.each(['openSync', 'writeSync', 'closeSync', 'linkSync', 'rmSync'])(
    'is free at once when that run was killed at the %s of its lock',
    (name) =>
      withTemporaryFolder(async (folder) => {
        const { signal } = runWith(folder, name, "process.kill(process.pid, 'SIGKILL');");
        expect(signal).toBe('SIGKILL');
        expect(await clv([...short, '--resume'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
        expect(unwanted(join(folder, 'out'))).toEqual([]);
      }),
  );

  it('is locked too where a file has but one name', () =>
    withTemporaryFolder(async (folder) => {
      const refuse = "throw Object.assign(new Error('no links'), { code: 'EPERM' });";
      expect(runWith(folder, 'linkSync', refuse)).toMatchObject({ status: 0, stderr: '' });
      expect(unwanted(join(folder, 'out'))).toEqual([]);
    }));

  it('takes no measurement of a campaign either', () =>
    withTemporaryFolder(async (folder) => {
      await clv([...short, '--holdout', '0.5'], { cwd: folder });
      writeFileSync(join(folder, 'outcomes.csv'), 'customer_id,outcome\nC00000001,1\n');
      const { child, ended } = await startRun(folder);
      const { code, stderr } = await clv(['measure', '--input', 'outcomes.csv'], { cwd: folder });
      child.kill('SIGKILL');
      await ended;
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
