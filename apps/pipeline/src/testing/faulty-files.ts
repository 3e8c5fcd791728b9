import * as real from 'node:fs/promises';

/** What happens at an operation on files: it is done, or the world ends before, in the midst of, or after it. */
export interface Fate {
  /** The number of the operation, from 0. */
  at: number;
  when: 'before' | 'half' | 'after';
  /** What the operation says; without it nothing is ever said again, as when the process was killed. */
  code?: 'ENOSPC' | 'EACCES' | 'EIO';
}

const never = new Promise<never>(() => {});

/** `node:fs/promises` in which one operation meets its fate; a `kill` leaves every later one undone. */
export function faultyFiles() {
  let fate: Fate | undefined;
  let done = 0;
  let killed: (() => void) | undefined;
  let dead = false;
  const underWay = new Set<Promise<unknown>>();

  const guarded =
    <A extends unknown[], R>(
      operation: (...args: A) => Promise<R>,
      half?: (...args: A) => Promise<unknown>,
    ) =>
    async (...args: A): Promise<R> => {
      if (dead) return never;
      const meets = fate !== undefined && done++ === fate.at;
      if (!meets) {
        const doing = operation(...args);
        underWay.add(doing);
        return doing.finally(() => underWay.delete(doing));
      }
      const { when, code } = fate!;
      if (when === 'half') await half?.(...args);
      if (when === 'after') await closed(operation(...args));
      if (code !== undefined) throw Object.assign(new Error(`${code}: injected`), { code });
      dead = true;
      killed?.();
      return never;
    };

  return {
    module: {
      ...real,
      writeFile: guarded(real.writeFile, (path, data) => real.writeFile(path, String(data).slice(0, 5))),
      open: guarded(openUnsynced),
      rename: guarded(real.rename),
      rm: guarded(real.rm),
      readdir: guarded(real.readdir as (path: string) => Promise<string[]>),
      stat: guarded(real.stat),
    },
    /** Does a work up to its fate; true where it lived on. */
    async live(work: () => Promise<unknown>, its?: Fate): Promise<boolean> {
      [fate, done, dead] = [its, 0, false];
      // What the system had begun, it ends.
      const death = new Promise<false>(
        (end) => (killed = () => void Promise.allSettled(underWay).then(() => end(false))),
      );
      return Promise.race([work().then(() => true), death]);
    },
    /** How many operations the last work has done, as far as it was counted. */
    operations: () => done,
  };
}

/** A file that the system closes for a process that is no more. */
async function closed(result: Promise<unknown>): Promise<void> {
  const handle = (await result) as { close?: () => Promise<void> } | undefined;
  await handle?.close?.();
}

/** Opens a file that does not wait for the disk, which no test sees. */
async function openUnsynced(path: string, flags?: string): Promise<real.FileHandle> {
  const handle = await real.open(path, flags);
  handle.sync = async () => {};
  return handle;
}
