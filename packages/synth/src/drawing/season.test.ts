import { randomSource } from '@clv/contracts';
import { Draw } from './draw.js';
import { drawTenure, longestTenure, signupMonth } from './season.js';

const alike = Array<number>(12).fill(1);

/** Many tenures of this mean, joined as months are busy. */
function tenures(mean: number, joining: readonly number[]): number[] {
  const draw = new Draw(randomSource(4));
  return Array.from({ length: 20_000 }, () => drawTenure(draw, mean, joining));
}

describe('signupMonth', () => {
  it('is the month that begins so many months before the end of June', () => {
    for (let tenure = 1; tenure <= longestTenure; tenure++)
      expect(signupMonth(tenure)).toBe(new Date(Date.UTC(2024, 6 - tenure)).getUTCMonth() + 1);
  });
});

describe('drawTenure', () => {
  it('is geometric where all months are alike, whole months from 1 on', () => {
    const drawn = tenures(9, alike);
    const stays = Math.exp(-1 / 9);
    const mean = drawn.reduce((sum, tenure) => sum + tenure, 0) / drawn.length;
    expect(Math.abs(mean - 1 / (1 - stays))).toBeLessThan((4 * 9) / Math.sqrt(drawn.length));
    const first = drawn.filter((tenure) => tenure === 1).length / drawn.length;
    expect(first).toBeCloseTo(1 - stays, 2);
    expect(Math.min(...drawn)).toBe(1);
  });

  it('has as many joined in a month as it is busy', () => {
    const busy = [1, 0.5, 0.25, ...Array<number>(9).fill(0.5)];
    const spread = tenures(60, busy).filter((tenure) => tenure < longestTenure);
    // From one month to the next, waiting times of a mean of five years hardly fall.
    const joined = (month: number) => spread.filter((tenure) => signupMonth(tenure) === month).length;
    expect(joined(1) / joined(2)).toBeCloseTo(2, 0);
    expect(joined(3) / joined(2)).toBeCloseTo(0.5, 1);
  });

  it('is at most ten years', () => {
    expect(Math.max(...tenures(200, alike))).toBe(longestTenure);
  });
});
