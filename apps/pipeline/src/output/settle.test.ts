import { createHash } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { beginOfWriting, endOfWriting, settle } from './settle.js';

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

  it('follows a file that is not even there yet until it is whole', () =>
    withTemporaryFolder(async (folder) => {
      const path = join(folder, 'x');
      const writing = beginOfWriting();
      const settled = settle(path, writing);
      let content = '';
      for (let part = 0; part < 5; part++) {
        await setTimeout(30);
        const text = `${part}`.repeat(100_000 * part + 1);
        appendFileSync(path, text);
        content += text;
      }
      endOfWriting(writing);
      expect(await settled).toEqual(fileOf(content));
    }));

  it('fails where the file has never come', () =>
    withTemporaryFolder(async (folder) => {
      const writing = beginOfWriting();
      const settled = settle(join(folder, 'none'), writing);
      endOfWriting(writing);
      await expect(settled).rejects.toThrow('ENOENT');
    }));
});
