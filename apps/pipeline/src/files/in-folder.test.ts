import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { inFolder } from './in-folder.js';

describe('inFolder', () => {
  it('makes the folder that a work is done in, and those above it', () =>
    withTemporaryFolder(async (folder) => {
      const deep = join(folder, 'a', 'b');
      await inFolder(deep, async () => writeFileSync(join(deep, 'x'), ''));
      expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a', 'a/b', 'a/b/x']);
    }));

  it('takes what it made away again where the work fails, unless something is in it by then', () =>
    withTemporaryFolder(async (folder) => {
      const fail = async () => {
        throw new Error('no');
      };
      await expect(inFolder(join(folder, 'a', 'b'), fail)).rejects.toThrow('no');
      await expect(inFolder(folder, fail)).rejects.toThrow('no');
      expect(readdirSync(folder)).toEqual([]);
      const failLate = async () => {
        writeFileSync(join(folder, 'a', 'x'), '');
        throw new Error('no');
      };
      await expect(inFolder(join(folder, 'a', 'b'), failLate)).rejects.toThrow('no');
      expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a', 'a/x']);
    }));

  it('names the folder that cannot be made', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      const at = join(folder, 'file', 'a');
      await expect(inFolder(at, async () => {})).rejects.toThrow(`cannot write ${at}: ENOTDIR`);
    }));
});
