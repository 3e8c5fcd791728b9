import { headedColumns } from './headed-columns.js';

describe('headedColumns', () => {
  it('keeps hostile names as plain names', () => {
    const cells = [
      ['__proto__', '1'],
      ['constructor', '2'],
    ];
    expect([...headedColumns(cells, 'x.csv')]).toEqual([
      ['__proto__', ['1']],
      ['constructor', ['2']],
    ]);
  });

  it('refuses every repeated and empty name, by place', () => {
    const cells = [
      ['a', '1'],
      ['a', '2'],
      [null, '3'],
    ];
    expect(() => headedColumns(cells, 'x.csv')).toThrow(
      'x.csv: column a stands twice (columns 1 and 2)\nx.csv: column 3 has no name',
    );
  });
});
