import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { settle } from './settle.js';

const fileOf = (content: string) => ({
  bytes: Buffer.byteLength(content),
  sha256: createHash('sha256').update(content).digest('hex'),
});

describe('settle', () => {
  it('tells the size and hash of a file that is whole', () =>
    withTemporaryFolder(async (folder) => {
      const path = join(folder, 'x');
      writeFileSync(path, 'whole');
      expect(await settle(path)).toEqual(fileOf('whole'));
    }));

  it('tells of a file that fails to settle', () =>
    withTemporaryFolder((folder) => expect(settle(join(folder, 'none'))).rejects.toThrow('ENOENT')));
});
