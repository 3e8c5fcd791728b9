import fc from 'fast-check';

import { defineSchema } from '../schema/define-schema.js';
import { FeatureKindCounts } from './feature-kinds.js';
import { validateTable } from './validate.js';

const schema = defineSchema({ id: 'id', price: 'price' });

const counted = (cells: readonly unknown[], partRows: number) => {
  const counts = new FeatureKindCounts(schema, cells.length);
  for (let from = 0; from < cells.length; from += partRows)
    counts.add({ feature: cells.slice(from, from + partRows), price: cells.slice(from, from + partRows) });
  return counts;
};

/** A column whose cells are mostly of one sort, so that the share of the odd ones lies on both sides of the limit. */
const column = fc
  .tuple(fc.constantFrom('7', 8.5, '2024-02-28', 'red'), fc.integer({ min: 1, max: 120 }))
  .chain(([usual, rows]) =>
    fc
      .array(
        fc.record({
          row: fc.nat(rows - 1),
          cell: fc.constantFrom('n/a', '', 'abc', '2024-02-30', '2024-02-28', 5, Infinity, 1e300, '007'),
        }),
        { maxLength: 9 },
      )
      .map((odd) => {
        const cells: unknown[] = Array.from({ length: rows }, () => usual);
        for (const { row, cell } of odd) cells[row] = cell;
        return cells;
      }),
  );

describe('FeatureKindCounts', () => {
  it('knows of parts of any size what the whole column is: a part is checked as the whole is', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 1, max: 40 }), (cells, partRows) => {
        const expected = validateTable({ feature: cells }, schema).faults.filter(
          ({ column: name }) => name === 'feature',
        );
        const kinds = counted(cells, partRows).kinds();
        const rows: number[] = [];
        for (let from = 0; from < cells.length; from += partRows)
          for (const { row, rule } of validateTable({ feature: cells.slice(from, from + partRows) }, schema, {
            kinds,
          }).faults)
            if (rule !== 'unknown-column') rows.push(from + row!);
        expect(rows).toEqual(expected.flatMap(({ row, rule }) => (rule === 'unknown-column' ? [] : row)));
      }),
    );
  });

  it('names the features with faults, and no column whose role says what it holds', () => {
    fc.assert(
      fc.property(column, (cells) => {
        const faults = validateTable({ feature: cells, price: cells }, schema).faults;
        const some = faults.some(({ column: name }) => name === 'feature');
        expect(counted(cells, 7).faulty()).toEqual(some ? ['feature'] : []);
      }),
    );
  });
});
