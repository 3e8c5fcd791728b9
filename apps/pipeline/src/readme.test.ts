import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

describe("the README's example", () => {
  it('runs the engine and keeps to the budget', () => {
    expect(runReadmeExample(process.cwd())).toBe(
      '2000 At-Risk High-Value, Low-Value Transients, Steady Users, VIPs\ntrue 3\n',
    );
  });
});
