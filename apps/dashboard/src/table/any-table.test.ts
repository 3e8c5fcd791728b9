import { type AnyTable, customerTable } from './any-table.js';

describe('customerTable', () => {
  it('takes plain columns of one length', () => {
    const table = customerTable({ id: ['a', 'b'], clv: Float64Array.of(1, 2) });
    expect([table.numRows(), table.columnNames(), table.column('clv')?.at(1)]).toEqual([2, ['id', 'clv'], 2]);
  });

  it('refuses columns that differ in length, by name', () => {
    expect(() => customerTable({ id: ['a', 'b'], clv: [1] })).toThrow(
      'the columns differ in length: id has 2 rows, clv has 1',
    );
  });

  it('refuses a promise of a run, which would look like an empty table', () => {
    expect(() => customerTable(Promise.resolve() as unknown as AnyTable)).toThrow(
      'data is a promise: give what it resolves to',
    );
  });

  it.each(['run/', 42, [{ id: 1 }]])('refuses %j', (given) => {
    expect(() => customerTable(given as unknown as AnyTable)).toThrow('data is neither a run nor a table');
  });
});
