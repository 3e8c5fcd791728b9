import { jest } from '@jest/globals';
import { desc, table } from 'arquero';
import { UnknownColumnError } from '@clv/contracts';
import { columnNames, readColumn, rowCount } from './table-like.js';

describe('an Arquero table', () => {
  const customers = table({ id: ['a', 'b', 'c'], price: Float64Array.of(1, 2, 3) });

  it('is read in its own order and through its own filter', () => {
    const some = customers.filter((d: { price: number }) => d.price > 1).orderby(desc('price'));
    expect(columnNames(some)).toEqual(['id', 'price']);
    expect(rowCount(some)).toBe(2);
    expect(readColumn(some, 'id')).toEqual(['c', 'b']);
  });

  it('is not copied where it need not be', () => {
    expect(readColumn(customers, 'price')).toBe(customers.data().price);
  });
});

describe('plain columns', () => {
  it('are read as they are, the longest telling the rows', () => {
    const columns = { a: [1, 2], b: Float32Array.of(1, 2, 3) };
    expect(columnNames(columns)).toEqual(['a', 'b']);
    expect(rowCount(columns)).toBe(3);
    expect(readColumn(columns, 'b')).toBe(columns.b);
  });

  it('may be called what Arquero calls its methods', () => {
    const columns = { columnNames: ['a'], numRows: [1] };
    expect(columnNames(columns)).toEqual(['columnNames', 'numRows']);
    expect(rowCount(columns)).toBe(1);
  });
});

describe('what is no table', () => {
  it.each([
    [[{ id: 'a' }], 'a list; of a list of rows arquero makes a table by from(rows)'],
    [
      { schema: { fields: [] }, getChild: () => null },
      'an Arrow table; arquero makes its own of it by fromArrow(table)',
    ],
    [null, 'null'],
    [undefined, 'undefined'],
    ['customers.csv', 'customers.csv'],
  ])('is refused: %j', (none, given) => {
    for (const read of [columnNames, rowCount, (table: never) => readColumn(table, 'id')])
      expect(() => read(none as never)).toThrow(
        `a table must be an Arquero table or columns, { name: [cells] }: ${given}`,
      );
  });
});

describe('readColumn', () => {
  it('finds a column of a wide table without a list of all', () => {
    const ownKeys = jest.fn(() => {
      throw new Error('all were listed');
    });
    expect(readColumn(new Proxy({ tenure: [1] }, { ownKeys }), 'tenure')).toEqual([1]);
  });

  it.each(['tenur', 'constructor', 'toString', '__proto__'])(
    'throws for %s, which the table has not',
    (name) => {
      expect(() => readColumn({ tenure: [1] }, name)).toThrow(UnknownColumnError);
    },
  );

  it('names the nearest column', () => {
    expect(() => readColumn({ tenure: [1] }, 'tenur')).toThrow(
      'unknown column: tenur (did you mean tenure?)',
    );
  });
});
