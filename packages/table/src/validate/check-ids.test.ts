import fc from 'fast-check';
import { isBlank } from '../cells/is-blank.js';
import { checkIds } from './check-ids.js';

const found = (cells: ArrayLike<unknown>) => checkIds(cells, 'id').map(({ rule, row }) => [rule, row]);

describe('checkIds', () => {
  it('finds each blank id, and each that stands in an earlier row, as a set of them does', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ maxLength: 2 }), fc.integer({ max: 30 }))), (cells) => {
        const seen = new Set<string>();
        const expected = cells.flatMap((cell, i) => {
          const id = String(cell).trim();
          if (isBlank(id)) return [['blank-id', i + 1]];
          if (seen.has(id)) return [['duplicate-id', i + 1]];
          seen.add(id);
          return [];
        });
        expect(found(cells)).toEqual(expected);
      }),
      // By such short texts `NA`, which is blank too, hardly comes by itself.
      { examples: [[['nA', 'na', 7, '7']]] },
    );
  });

  it('takes ids that rise for different ones, and finds the one that does not rise', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `C${String(i).padStart(4, '0')}`);
    expect(found(ids)).toEqual([]);
    expect(found([...ids, ' C0999'])).toEqual([['duplicate-id', 1001]]);
  });

  it('takes ids that follow one another for different ones, and finds the one that does not', () => {
    const ids = Array.from({ length: 200_000 }, (_, i) => `C${i}`);
    expect(found(ids)).toEqual([]);
    ids[150_000] = 'C7';
    expect(found(ids)).toEqual([['duplicate-id', 150_001]]);
  });
});
