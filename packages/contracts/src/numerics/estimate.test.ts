import { normalQuantile } from './gaussian.js';
import { normalInterval } from './estimate.js';

describe('normalInterval', () => {
  it('spans 1.96 standard errors on either side at 95%', () => {
    const { value, low, high } = normalInterval(10, 2, normalQuantile(0.975));
    expect(value).toBe(10);
    expect(low).toBeCloseTo(10 - 3.919928, 6);
    expect(high).toBeCloseTo(10 + 3.919928, 6);
  });
});
