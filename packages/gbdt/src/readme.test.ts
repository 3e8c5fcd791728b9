import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

describe("the README's example", () => {
  it('prints what it says', () => {
    expect(runReadmeExample(process.cwd())).toBe('true true\ntrue true\ntrue\n');
  });
});
