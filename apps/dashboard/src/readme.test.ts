import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

describe("the README's example", () => {
  it('prints what it says', () => {
    expect(runReadmeExample(process.cwd())).toBe('1 100\n');
  });
});
