import { digamma } from './digamma.js';

describe('digamma', () => {
  it('is minus the Euler-Mascheroni constant at 1, and as published at 1/2 and 10', () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 13);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 13);
    expect(digamma(10)).toBeCloseTo(2.251752589066721, 13);
  });
});
