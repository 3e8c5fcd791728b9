import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** A file that is whole and on disk. */
export interface WrittenFile {
  bytes: number;
  sha256: string;
}

const readBytes = 1 << 20;

/** Waits until a file that is whole is on disk; its size and hash. */
export async function settle(path: string): Promise<WrittenFile> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
    const hash = createHash('sha256');
    // One buffer for all of it: a stream's new one for each read costs more than the hash.
    const buffer = Buffer.allocUnsafe(readBytes);
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, readBytes, bytes);
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}
