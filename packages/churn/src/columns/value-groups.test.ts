import fc from 'fast-check';
import type { EncodedColumn } from './encoded-columns.js';
import { groupReader, groupValues } from './value-groups.js';

const numbers: EncodedColumn = {
  name: 'price',
  encoding: { column: 'price', kind: 'number' },
  start: 1,
  end: 2,
};
const levels: EncodedColumn = {
  name: 'plan',
  encoding: { column: 'plan', kind: 'one-hot', levels: ['a', 'b', 'c'] },
  start: 0,
  end: 3,
};

/** A matrix of two columns, the values in its second. */
const matrixOf = (values: readonly number[]) => ({
  data: Float32Array.from(values.flatMap((value) => [7, value])),
  rows: values.length,
  columns: 2,
});
const cells = fc.array(fc.oneof(fc.constant(NaN), fc.integer({ min: -40, max: 40 })), { maxLength: 120 });

describe('groupValues', () => {
  it('counts each row where groupReader finds it, missing ones first, greater values in no lower group', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(1, 2, 10, 16, 17, 40), (values, most) => {
        const matrix = matrixOf(values);
        const groups = groupValues(matrix, numbers, most);
        expect(groups.customers).toHaveLength(groups.count);
        const groupOf = groupReader(groups, matrix, numbers);
        const found = new Array<number>(groups.count).fill(0);
        values.forEach((_, row) => found[groupOf(row)]++);
        expect(groups.customers).toEqual(found);
        values.forEach((value, row) => {
          expect(groupOf(row) === 0).toBe(Number.isNaN(value));
          values.forEach((other, another) => {
            if (value <= other) expect(groupOf(row)).toBeLessThanOrEqual(groupOf(another));
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('takes a value below all that it knew for the least, and one above for the greatest', () => {
    for (const most of [3, 30]) {
      const groups = groupValues(matrixOf(Array.from({ length: 60 }, (_, i) => i)), numbers, most);
      const groupOf = groupReader(groups, matrixOf([-5, 99, NaN]), numbers);
      expect([0, 1, 2].map(groupOf)).toEqual([1, most, 0]);
    }
  });

  it('has a group a level, and one of rows that have none', () => {
    const matrix = { data: Float32Array.of(0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0), rows: 4, columns: 3 };
    const groups = groupValues(matrix, levels, 10);
    expect(groups.customers).toEqual([1, 1, 2, 0]);
    expect([0, 1, 2, 3].map(groupReader(groups, matrix, levels))).toEqual([2, 1, 0, 2]);
  });
});
