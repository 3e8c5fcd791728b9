import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { writeFile } from './write-file.js';

describe('writeFile', () => {
  it('names the file that the machine does not take', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'file');
      await writeFile(file, 'text');
      expect(readFileSync(file, 'utf8')).toBe('text');
      await expect(writeFile(folder, 'text')).rejects.toThrow(`cannot write ${folder}: EISDIR`);
    }));
});
