import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { settle, settleWhile } from './settle.js';

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

describe('settleWhile', () => {
  it('follows a file that is not even there yet until it is whole', () =>
    withTemporaryFolder(async (folder) => {
      const path = join(folder, 'x');
      let content = '';
      const write = async () => {
        for (let part = 0; part < 5; part++) {
          await setTimeout(30);
          const text = `${part}`.repeat(100_000 * part + 1);
          appendFileSync(path, text);
          content += text;
        }
      };
      expect(await settleWhile(path, write())).toEqual(fileOf(content));
    }));

  it('fails as the writing fails', () =>
    withTemporaryFolder((folder) =>
      expect(settleWhile(join(folder, 'none'), Promise.reject(new Error('full')))).rejects.toThrow('full'),
    ));
});
