import { fromCSV, table } from 'arquero';
import { inferSchema } from '../infer/infer-schema.js';
import { defineSchema } from '../schema/define-schema.js';
import { columnNames, type TableLike } from '../table-like.js';
import { validateTable } from './validate.js';

const faultsOf = (columns: TableLike) =>
  validateTable(columns, defineSchema({})).faults.map(({ rule, message }) => [rule, message]);

describe('a header', () => {
  it('is told when it is blank, there twice, or reserved', () => {
    const csv = fromCSV('a,b,a,,__proto__, \n1,2,3,4,5,6\n2,3,4,5,6,7\n');
    expect(faultsOf(csv)).toEqual([
      ['duplicate-name', 'columns 1 and 3 have one name: a'],
      ['blank-name', 'column 4 has no name'],
      ['reserved-name', 'column 5 has a reserved name: __proto__'],
      ['blank-name', 'column 6 has no name'],
    ]);
  });

  it.each<[string, TableLike]>([
    ['an own property', Object.fromEntries([['__proto__', [1, 2]]])],
    ['a parsed property', JSON.parse('{"__proto__": [1, 2]}')],
    ['a prototype', { a: [1, 2], __proto__: [1, 2] } as TableLike],
    ['a typed prototype', { a: [1, 2], __proto__: Float64Array.of(1, 2) } as never],
    ['an Arquero column', table([['__proto__', [1, 2]]])],
  ])('called __proto__ is refused as %s', (_, columns) => {
    expect(faultsOf(columns).map(([rule]) => rule)).toEqual(['reserved-name']);
    expect(inferSchema(columns).schema.roles).toEqual({});
  });

  it.each(['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '=cmd', '<b>', '客户'])(
    'called %s is kept',
    (name) => {
      const columns = Object.fromEntries([[name, [1, 2]]]);
      expect(columnNames(columns)).toEqual([name]);
      expect(faultsOf(columns)).toEqual([]);
      expect(faultsOf(table(columns))).toEqual([]);
    },
  );
});
