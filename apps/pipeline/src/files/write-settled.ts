import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

import type { WrittenFile } from './settle.js';

/**
 * Writes a file and waits until it is on disk; its size and hash.
 *
 * @param parts are read before the next is asked for, which may lie in the same memory.
 */
export async function writeSettled(path: string, parts: Iterable<Uint8Array>): Promise<WrittenFile> {
  const file = await open(path, 'w');
  const growing = new GrowingFile(file);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for (const part of parts) {
      hash.update(part);
      bytes += part.length;
      await growing.append(part);
    }
    await growing.finish();
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await growing.rest();
    await file.close();
  }
}

const bufferBytes = 1 << 22;

/** So many bytes are sent to the disk while others are made, so that little is left to wait for at the end. */
const syncedBytes = 1 << 25;

/** A file that takes bytes while others are on their way to it. */
class GrowingFile {
  #filling = Buffer.allocUnsafeSlow(bufferBytes);
  #spare = Buffer.allocUnsafeSlow(bufferBytes);
  #filled = 0;
  #unsynced = 0;
  #writing = Promise.resolve();
  #syncing?: Promise<void>;

  constructor(private readonly file: FileHandle) {}

  /** Takes the bytes, so that they may change afterwards. */
  async append(part: Uint8Array): Promise<void> {
    for (let at = 0; at < part.length;) {
      const some = part.subarray(at, at + bufferBytes - this.#filled);
      this.#filling.set(some, this.#filled);
      this.#filled += some.length;
      at += some.length;
      if (this.#filled === bufferBytes) await this.#passOn();
    }
  }

  /** Waits until all is on disk. */
  async finish(): Promise<void> {
    await this.#passOn();
    await this.#writing;
    await this.#syncing;
    await this.file.sync();
  }

  /** Waits until nothing is under way any more, and fails in nothing. */
  async rest(): Promise<void> {
    await Promise.allSettled([this.#writing, this.#syncing]);
  }

  async #passOn(): Promise<void> {
    const full = this.#filling.subarray(0, this.#filled);
    await this.#writing;
    this.#writing = heard(writeAll(this.file, full));
    [this.#filling, this.#spare] = [this.#spare, this.#filling];
    this.#filled = 0;
    this.#unsynced += full.length;
    if (this.#unsynced >= syncedBytes && this.#syncing === undefined) this.#beginSyncing();
  }

  /** Nobody waits for a slow disk before the end. */
  #beginSyncing(): void {
    this.#unsynced = 0;
    this.#syncing = heard(
      this.file.datasync().then(() => {
        this.#syncing = undefined;
      }),
    );
  }
}

/** It may fail before it is waited for. */
function heard(work: Promise<void>): Promise<void> {
  work.catch(() => {});
  return work;
}

/** Writes every byte, however few a call the system takes. */
export async function writeAll(file: Pick<FileHandle, 'write'>, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at);
    at += bytesWritten;
  }
}
