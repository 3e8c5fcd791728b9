import { RowDraw } from './row-draw.js';

const drawn = (atMost: number, blocks: readonly number[], seed = 1) => {
  const rows = blocks.reduce((sum, block) => sum + block, 0);
  const draw = new RowDraw(atMost, rows, seed);
  let first = 0;
  const places = blocks.flatMap((block) => {
    const own = Array.from(draw.next(block), (place) => first + place);
    first += block;
    return own;
  });
  return { places, rows: [...draw.drawn] };
};

describe('RowDraw', () => {
  it('draws so many different rows, and tells where they are among those that pass', () => {
    const { places, rows } = drawn(30, [40, 1, 59]);
    expect(places).toEqual(rows);
    expect(new Set(rows).size).toBe(30);
  });

  it('draws the same rows however many pass at once', () => {
    expect(drawn(30, [100]).rows).toEqual(drawn(30, [7, 53, 40]).rows);
  });

  it('takes every row of a shorter table', () => {
    expect(drawn(30, [12, 8]).rows).toEqual(Array.from({ length: 20 }, (_, row) => row));
  });

  it('draws each pair of rows as often as any other', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const pair = drawn(2, [4], seed).rows.join();
      times.set(pair, (times.get(pair) ?? 0) + 1);
    }
    expect([...times.keys()].sort()).toEqual(['0,1', '0,2', '0,3', '1,2', '1,3', '2,3']);
    // Five standard deviations of a count of 1,000 that is expected.
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(145);
  });
});
