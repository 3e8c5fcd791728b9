import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

describe("the README's example", () => {
  it('prints the held-out AUC, the number of customers and the strongest reason', () => {
    const [figures, reason] = runReadmeExample(process.cwd()).split('\n');
    expect(figures).toMatch(/^0\.\d\d 2000$/);
    expect(Number(figures.split(' ')[0])).toBeGreaterThan(0.7);
    expect(reason).toBe('month-to-month contract');
  });
});
