import { createHash } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { home, isAlive } from './process-life.js';
import { WriteError, asWriting } from './write-error.js';

const folders = new Set<string>();

process.once('exit', () => {
  for (const folder of folders)
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // The next process that needs one removes it.
    }
});

/** What the folders of a machine's processes are called; one that shares the disk counts its processes by itself. */
const prefix = `clv-${createHash('sha256').update(JSON.stringify(home)).digest('hex').slice(0, 8)}-`;

/** A path for a file that is needed for as long as the process lives, and is gone after it. */
export async function scratchFile(name: string): Promise<string> {
  await removeAbandoned();
  const folder = await asWriting(tmpdir(), (place) => mkdtemp(join(place, `${prefix}${process.pid}-`)));
  folders.add(folder);
  return join(folder, name);
}

/**
 * Lays a stream down in such a file.
 *
 * @throws WriteError where it is the disk that fails, and not the stream.
 */
export async function layIn(file: string, from: Readable): Promise<void> {
  const disk = createWriteStream(file);
  let isOfDisk = false;
  disk.once('error', () => (isOfDisk = from.errored === null));
  await pipeline(from, disk).catch((cause: Error) => {
    throw isOfDisk ? new WriteError(tmpdir(), cause) : cause;
  });
}

/** Removes what processes that were killed have left: it holds customers. */
async function removeAbandoned(): Promise<void> {
  const found = await readdir(tmpdir()).catch(() => []);
  const left = found.filter(
    (name) => name.startsWith(prefix) && !isAlive(parseInt(name.slice(prefix.length), 10)),
  );
  await Promise.allSettled(left.map((name) => removeOwn(join(tmpdir(), name))));
}

/** Another user's folder could be made to lead elsewhere while it is removed. */
async function removeOwn(folder: string): Promise<void> {
  const { uid } = await lstat(folder);
  if (uid === (process.getuid?.() ?? uid)) await rm(folder, { recursive: true, force: true });
}
