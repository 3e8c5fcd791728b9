import { randomSource } from './random-source.js';

const draw = (count: number, seed: number, stream?: number) => {
  const next = randomSource(seed, stream);
  return Array.from({ length: count }, next);
};

describe('randomSource', () => {
  it('gives the same numbers for the same seed and stream', () => {
    expect(draw(100, 7, 3)).toEqual(draw(100, 7, 3));
  });

  it('gives 1,000 different first numbers for 100 seeds of 10 streams', () => {
    const first = new Set<number>();
    for (let seed = 0; seed < 100; seed++)
      for (let stream = 0; stream < 10; stream++) first.add(draw(1, seed, stream)[0]);
    expect(first.size).toBe(1000);
  });

  it('is uniform on [0, 1): mean and variance within four standard errors', () => {
    const sample = draw(100_000, 42);
    const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
    const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sample.length;
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / sample.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / sample.length));
    expect(Math.min(...sample.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...sample.slice(0, 50_000))).toBeLessThan(1);
  });

  it('gives neighbouring seeds uncorrelated streams', () => {
    const [a, b] = [draw(20_000, 1), draw(20_000, 2)];
    const covariance = a.reduce((sum, value, i) => sum + (value - 0.5) * (b[i] - 0.5), 0) / a.length;
    expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(a.length));
  });
});
