import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

const data = process.env.CLV_DATA ?? join(process.cwd(), '../../../shared/data');
const isThere = existsSync(join(data, 'CDNOW_sample.txt'));
if (!isThere) process.stderr.write(`skipped: no CDNOW_sample.txt in ${data}; name its folder in CLV_DATA\n`);

describe("the README's example", () => {
  it('prints what it says', () => {
    expect(runReadmeExample(process.cwd())).toBe('228 123\n0.170\n');
  });

  (isThere ? it : it.skip)('values the first customer of CDNOW', () => {
    process.env.CLV_DATA = data;
    expect(runReadmeExample(process.cwd(), 1)).toBe('2357 36.27\n');
  });
});
