import fc from 'fast-check';
import { setApart } from './set-apart.js';

const someLabels = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 10, maxLength: 300 });

describe('setApart', () => {
  it('puts every row on one side, in order, and a fifth of each kind among those that watch', () => {
    fc.assert(
      fc.property(someLabels, fc.integer({ min: 0, max: 99 }), (labels, seed) => {
        const rows = Uint32Array.from(labels.keys()).filter((row) => row % 3 !== 1);
        const { learners, watchers } = setApart(labels, rows, seed);
        expect([...learners, ...watchers].sort((a, b) => a - b)).toEqual([...rows]);
        for (const side of [learners, watchers]) expect(side).toEqual(side.slice().sort());
        for (const kind of [0, 1]) {
          const among = (side: Uint32Array) => side.filter((row) => labels[row] === kind).length;
          expect(among(watchers)).toBe(Math.round(among(rows) / 5));
        }
      }),
    );
  });

  it('lets no more than 20,000 watch, of equal churn rate', () => {
    const rows = Uint32Array.from({ length: 400_000 }, (_, row) => row);
    const labels = rows.map((row) => +(row % 4 === 0));
    const { learners, watchers } = setApart(labels, rows, 3);
    expect([learners.length, watchers.length]).toEqual([380_000, 20_000]);
    expect(watchers.reduce((sum, row) => sum + labels[row], 0)).toBe(5_000);
  });
});
