import fc from 'fast-check';
import { fitCategoryColumn, scaleCategories } from './category-column.js';

const cells = fc.array(fc.constantFrom('', 'basic', 'gold', 'silver', 'free'), {
  minLength: 2,
  maxLength: 60,
});

describe('fitCategoryColumn', () => {
  it('makes coordinates that are 0 on average and vary by as much as asked together, for any levels', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(1, 0.5, 3), (given, variance) => {
        fc.pre(new Set(given.filter((cell) => cell !== '')).size > 1);
        const column = fitCategoryColumn('plan', given, variance);
        const known = given.filter((cell) => cell !== '');
        const width = column.levels.length;
        const points = new Float64Array(known.length * width);
        scaleCategories(column, known, points, 0, width);
        let squares = 0;
        for (let l = 0; l < width; l++) {
          let sum = 0;
          for (let i = 0; i < known.length; i++) {
            sum += points[i * width + l];
            squares += points[i * width + l] ** 2;
          }
          expect(sum).toBeCloseTo(0, 9);
        }
        expect(squares / known.length).toBeCloseTo(variance, 9);
        expect(column.missing).toBe(given.length - known.length);
      }),
    );
  });

  it('names levels from the commonest to the rarest, equally common ones by their letters', () => {
    const { levels, shares } = fitCategoryColumn('plan', ['b', 'c', 'a', 'c', 'd', '', 'c', 'd'], 1);
    expect(levels).toEqual(['c', 'd', 'a', 'b']);
    expect(shares).toEqual([3 / 7, 2 / 7, 1 / 7, 1 / 7]);
  });

  it('puts blank cells and levels that are new at the average', () => {
    const column = fitCategoryColumn('plan', ['b', 'a', 'b'], 1);
    const points = new Float64Array(6);
    scaleCategories(column, ['', 'new', 'a'], points, 0, 2);
    expect([...points.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(points[5]).toBeGreaterThan(0);
  });

  it('gives a single level no weight', () => {
    expect(fitCategoryColumn('plan', ['a', 'a', ''], 1)).toMatchObject({ constant: true, weight: 0 });
  });
});
