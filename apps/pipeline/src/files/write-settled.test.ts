import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { writeAll, writeSettled } from './write-settled.js';

/** A file of a system that takes so many bytes a call. */
function sparingFile(bytesACall: number) {
  const taken: number[] = [];
  return {
    taken,
    async write(bytes: Uint8Array, offset: number, length: number) {
      const some = bytes.subarray(offset, offset + Math.min(length, bytesACall));
      taken.push(...some);
      return { bytesWritten: some.length, buffer: bytes };
    },
  };
}

describe('writeAll', () => {
  it('writes every byte in order, however few a call the system takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.integer({ min: 1, max: 20 }), async (bytes, bytesACall) => {
        const file = sparingFile(bytesACall);
        await writeAll(file as never, bytes);
        expect(file.taken).toEqual([...bytes]);
      }),
      { seed: 42 },
    );
  });
});

describe('writeSettled', () => {
  it('writes all parts, though they lie in the same memory one after another and beyond what is written at once', () =>
    withTemporaryFolder(async (folder) => {
      const path = join(folder, 'x');
      const lengths = [3, 0, 5_000_000, 1_048_575, 9_000_001, 17, 30_000_000];
      const memory = new Uint8Array(Math.max(...lengths));
      const copies: Buffer[] = [];
      function* parts() {
        for (const [i, length] of lengths.entries()) {
          for (let at = 0; at < length; at++) memory[at] = (at * 31 + i) >> 3;
          copies.push(Buffer.from(memory.subarray(0, length)));
          yield memory.subarray(0, length);
        }
      }
      const written = await writeSettled(path, parts());
      const whole = Buffer.concat(copies);
      expect(readFileSync(path).equals(whole)).toBe(true);
      expect(written).toEqual({
        bytes: whole.length,
        sha256: createHash('sha256').update(whole).digest('hex'),
      });
    }));

  it('writes a file of nothing', () =>
    withTemporaryFolder(async (folder) => {
      const path = join(folder, 'x');
      expect((await writeSettled(path, [])).bytes).toBe(0);
      expect(readFileSync(path).length).toBe(0);
    }));

  it('fails as the machine fails, and as the parts do', () =>
    withTemporaryFolder(async (folder) => {
      await expect(writeSettled('/dev/full', [new Uint8Array(10)])).rejects.toThrow('ENOSPC');
      await expect(writeSettled(join(folder, 'none', 'x'), [])).rejects.toThrow('ENOENT');
      function* broken() {
        yield new Uint8Array(5_000_000);
        throw new Error('no more');
      }
      await expect(writeSettled(join(folder, 'x'), broken())).rejects.toThrow('no more');
    }));
});
