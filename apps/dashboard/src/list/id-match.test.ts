import fc from 'fast-check';
import { tableFromArrays, tableFromIPC, tableToIPC, utf8 } from '@uwdata/flechette';

import { idMatch } from './id-match.js';

const arrowColumn = (ids: (string | null)[]) =>
  tableFromIPC(tableToIPC(tableFromArrays({ id: ids }, { types: { id: utf8() } }), {})!).getChild('id')!;

const found = (ids: (string | null)[], part: string) => {
  const column = arrowColumn(ids);
  return ids.map((_, row) => idMatch(column, part)(row));
};

describe('idMatch', () => {
  it('finds in the bytes of a file what it finds in texts', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'A', 'b', 'B', '1', 'é', 'É', '💶'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1 }), letters, (ids, part) => {
        const plain = { length: ids.length, at: (row: number) => ids[row] };
        expect(found(ids, part)).toEqual(ids.map((_, row) => idMatch(plain, part)(row)));
      }),
    );
  });

  it('takes capitals and small letters for one another', () => {
    expect(found(['C00017', 'c17', 'C18', ''], 'C17')).toEqual([false, true, false, false]);
    expect(found(['Élan', 'ELAN'], 'éL')).toEqual([true, false]);
  });

  it('finds nothing in blanks', () => {
    expect(found(['a1', null], '1')).toEqual([true, false]);
  });
});
