import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { makeFolders } from './make-folders.js';

describe('makeFolders', () => {
  it('makes a folder and those above it, and tells the first that it made', () =>
    withTemporaryFolder(async (folder) => {
      expect(makeFolders(join(folder, 'a', 'b', 'c'))).toBe(join(folder, 'a'));
      expect(statSync(join(folder, 'a', 'b', 'c')).isDirectory()).toBe(true);
      expect(makeFolders(join(folder, 'a', 'b', 'd'))).toBe(join(folder, 'a', 'b', 'd'));
      expect(makeFolders(join(folder, 'a'))).toBeUndefined();
      expect(makeFolders('/')).toBeUndefined();
    }));

  it('makes nothing where a file stands in the way', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      expect(() => makeFolders(join(folder, 'file'))).toThrow('EEXIST');
      expect(() => makeFolders(join(folder, 'file', 'a', 'b'))).toThrow('ENOTDIR');
    }));

  it('leaves none of those above it where the last one cannot be made', () =>
    withTemporaryFolder(async (folder) => {
      expect(() => makeFolders(join(folder, 'a', 'b', 'c'.repeat(300)))).toThrow('ENAMETOOLONG');
      expect(readdirSync(folder)).toEqual([]);
    }));

  (existsSync('/proc/self') ? it : it.skip)('gives up where a file system takes no folders', () => {
    expect(() => makeFolders('/proc/nowhere/out')).toThrow('ENOENT');
  });
});
