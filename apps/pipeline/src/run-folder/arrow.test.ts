import { tableFromIPC } from '@uwdata/flechette';

import { arrowBytes } from './arrow.js';

const written = (columns: Record<string, ArrayLike<unknown>>, ...textColumns: string[]) => {
  const rows = Object.values(columns)[0].length;
  const table = tableFromIPC(arrowBytes({ rows, columns }, new Set(textColumns)));
  return {
    cells: table.toColumns(),
    isDictionary: (name: string) => 'dictionary' in table.getChild(name)!.type,
  };
};

describe('arrowBytes', () => {
  it('keeps a text that repeats once, and ids as they are', () => {
    const { cells, isDictionary } = written({ id: ['a', 'b', 'ü'], plan: ['DSL', 'DSL', 'DSL'] });
    expect(cells).toEqual({ id: ['a', 'b', 'ü'], plan: ['DSL', 'DSL', 'DSL'] });
    expect([isDictionary('id'), isDictionary('plan')]).toEqual([false, true]);
  });

  it('turns text that is all numbers into numbers, unless it is asked for as text', () => {
    const { cells } = written({ id: ['01', '02'], months: ['3', null] }, 'id');
    expect(cells).toEqual({ id: ['01', '02'], months: Float64Array.of(3, NaN) });
  });

  it('keeps blanks in a column of ids', () => {
    expect(written({ id: ['a', null, 'c'] }).cells).toEqual({ id: ['a', null, 'c'] });
  });
});
