import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

const readme = readFileSync('README.md', 'utf8');
const printed = [...readme.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text]) => text);

const data = process.env.CLV_DATA ?? join(process.cwd(), '../../../shared/data');
const isThere = existsSync(join(data, 'telco_ibm.csv'));
if (!isThere) process.stderr.write(`skipped: no telco_ibm.csv in ${data}; name its folder in CLV_DATA\n`);

describe("the README's example", () => {
  it('prints the profile of four synthetic segments, as the README shows it', () => {
    expect(runReadmeExample(process.cwd())).toBe(printed[0]);
  });

  (isThere ? it : it.skip)('prints the profile of the four Telco segments, as the README shows it', () => {
    process.env.CLV_DATA = data;
    expect(runReadmeExample(process.cwd(), 1)).toBe(printed[1]);
  });
});
