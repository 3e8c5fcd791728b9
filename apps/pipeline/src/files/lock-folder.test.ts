import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { whileLocked } from './lock-folder.js';

const lockOf = (folder: string) => join(folder, '.clv-lock');
const nothing = async () => 'done';

/** What a lock of this process says. */
const ownLock = () =>
  withTemporaryFolder((folder) =>
    whileLocked(folder, async () => JSON.parse(readFileSync(lockOf(folder), 'utf8')) as object),
  );

/** The lock that another process would hold. */
async function leave(folder: string, holder: object, secondsAgo = 0): Promise<void> {
  writeFileSync(lockOf(folder), JSON.stringify({ ...(await ownLock()), ...holder }));
  const at = Date.now() / 1000 - secondsAgo;
  utimesSync(lockOf(folder), at, at);
}

/** The number of a process that has ended. */
const deadProcess = () => spawnSync(process.execPath, ['--version']).pid;

describe('whileLocked', () => {
  it('keeps a folder for itself, tells who has it, and leaves nothing', () =>
    withTemporaryFolder(async (folder) => {
      await whileLocked(folder, async () => {
        await expect(whileLocked(folder, nothing)).rejects.toThrow(
          `${folder} is in use: process ${process.pid} `,
        );
      });
      await expect(whileLocked(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await whileLocked(folder, nothing)).toBe('done');
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('is not kept out by a process that has ended, nor by another that has its number now', () =>
    withTemporaryFolder(async (folder) => {
      for (const holder of [{ pid: deadProcess() }, { pid: process.ppid, started: 'long ago' }]) {
        await leave(folder, holder);
        expect(await whileLocked(folder, nothing)).toBe('done');
      }
    }));

  const hasProc = existsSync('/proc/self/stat') ? it : it.skip;
  hasProc('is not kept out by a process that was killed and whose parent has not noticed', () =>
    withTemporaryFolder(async (folder) => {
      // The shell never waits for its child: that stays a zombie.
      const shell = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60']);
      const pid = Number(String((await once(shell.stdout, 'data'))[0]));
      // Before it is the second sleep, it may still notice.
      while (readFileSync(`/proc/${shell.pid}/comm`, 'utf8') !== 'sleep\n') await new Promise(setImmediate);
      process.kill(pid, 'SIGKILL');
      while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) await new Promise(setImmediate);
      await leave(folder, { pid });
      expect(await whileLocked(folder, nothing)).toBe('done');
      shell.kill();
    }),
  );

  it('keeps out of a folder while another machine gives signs of life, and no longer', () =>
    withTemporaryFolder(async (folder) => {
      const elsewhere = { pid: 1, host: 'nightly-7' };
      await leave(folder, elsewhere, 20);
      await expect(whileLocked(folder, nothing)).rejects.toThrow(
        /is in use: process 1 on nightly-7 .*last heard of ([2-9]\d|1[01]\d) seconds ago/,
      );
      await leave(folder, elsewhere, 200);
      expect(await whileLocked(folder, nothing)).toBe('done');
    }));

  it('keeps out of a folder whose lock is only just being written', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(lockOf(folder), '');
      await expect(whileLocked(folder, nothing)).rejects.toThrow('another process');
    }));

  it('lets one of many in that find a lock of none', () =>
    withTemporaryFolder(async (folder) => {
      await leave(folder, { pid: deadProcess() });
      let inside = 0;
      const entries = await Promise.allSettled(
        Array.from({ length: 8 }, () =>
          whileLocked(folder, async () => {
            expect(++inside).toBe(1);
            await new Promise((resolve) => setTimeout(resolve, 50));
            inside--;
          }),
        ),
      );
      expect(entries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }));

  it('does not take away a lock that is not its own', () =>
    withTemporaryFolder(async (folder) => {
      await whileLocked(folder, async () => writeFileSync(lockOf(folder), 'of another'));
      expect(readFileSync(lockOf(folder), 'utf8')).toBe('of another');
    }));

  it('says where it may not write', async () => {
    await withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      await expect(whileLocked(join(folder, 'file'), nothing)).rejects.toThrow(
        `cannot write ${join(folder, 'file')}: `,
      );
    });
  });
});
