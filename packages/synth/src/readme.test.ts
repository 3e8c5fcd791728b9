import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

describe('the README', () => {
  it('has an example that prints customers, the ceiling and the offers given', () => {
    expect(runReadmeExample(process.cwd())).toBe(
      [
        '10000 C0000001 One year',
        'no model can beat an AUC of 0.938',
        'discount_10 3246',
        'discount_5 3448',
        'none 3306\n',
      ].join('\n'),
    );
  });

  it('has the figures that their command prints', () => {
    const printed = execFileSync(process.execPath, ['bench/figures.mjs'], { encoding: 'utf8' });
    const [, kept] = /<!-- figures -->([\s\S]*)<!-- \/figures -->/.exec(readFileSync('README.md', 'utf8'))!;
    expect(kept.trim()).toBe(printed.trim());
  });
});
