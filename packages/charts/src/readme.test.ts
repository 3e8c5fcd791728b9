import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

describe("the README's example", () => {
  it('prints what it says', () => {
    expect(runReadmeExample(process.cwd())).toBe(
      'Likeliest to leave: At-Risk High-Value, 60% against 27% on average\n$1.24M #665fc4\n',
    );
  });
});
