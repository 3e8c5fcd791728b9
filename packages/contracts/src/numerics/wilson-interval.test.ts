import { wilsonInterval } from './wilson-interval.js';

const z95 = 1.959963984540054;

describe('wilsonInterval', () => {
  it.each([
    [0.2, 50, 0.112, 0.33],
    [0.81, 263, 0.758, 0.853],
    [0, 10, 0, 0.278],
    [1, 10, 0.722, 1],
  ])('is, of a share of %d among %d, from %d to %d, as tabled', (share, count, low, high) => {
    const interval = wilsonInterval(share, count, z95);
    expect(interval.value).toBe(share);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it.each([0.03, 0.5, 0.99])('ends where %d is just so many standard errors off', (share) => {
    const { low, high } = wilsonInterval(share, 40, 2.5);
    for (const end of [low, high])
      expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / 40)).toBeCloseTo(2.5, 10);
  });

  it('says nothing of a share that nobody was counted for', () => {
    expect(wilsonInterval(0, 0, z95)).toEqual({ value: 0, low: 0, high: 1 });
  });

  it('is the share itself where so many were counted that no chance is left', () => {
    expect(wilsonInterval(0.3, Infinity, z95)).toEqual({ value: 0.3, low: 0.3, high: 0.3 });
  });
});
