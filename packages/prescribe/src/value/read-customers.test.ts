import { readCustomers } from './read-customers.js';

const columns = { p_churn: [0.1, '0.2'], worth: [100n, 200], price: [null, 30], mood: [' ', 0.5] };

describe('readCustomers', () => {
  const expected = {
    pChurn: Float64Array.of(0.1, 0.2),
    clv: Float64Array.of(100, 200),
    price: Float64Array.of(NaN, 30),
    sensitivity: Float64Array.of(NaN, 0.5),
  };

  it('reads plain columns, what is blank as not a number', () => {
    expect(readCustomers(columns, { clv: 'worth', sensitivity: 'mood' })).toEqual(expected);
  });

  it('reads a table that gives its columns as Arquero does', () => {
    const table = {
      columnNames: () => Object.keys(columns),
      array: (name: string) => columns[name as keyof typeof columns],
    };
    expect(readCustomers(table, { clv: 'worth', sensitivity: 'mood' })).toEqual(expected);
  });

  it('names a column that is not there, and the one that was meant', () => {
    expect(() => readCustomers(columns, { clv: 'wroth' })).toThrow(
      'unknown column: wroth (did you mean worth?)',
    );
  });
});
