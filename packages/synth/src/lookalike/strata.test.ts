import type { Cells } from './cells.js';
import { findStrata } from './strata.js';

const named = (column: string, values: number[]): Cells => ({
  kind: { column, kind: 'level', levels: ['a', 'b', 'c'] },
  values: Float64Array.from(values),
});
const number = (column: string, values: number[]): Cells => ({
  kind: { column, kind: 'number', decimals: 0 },
  values: Float64Array.from(values),
});
const rows = Array.from({ length: 600 }, (_, row) => row);
const sizes = (cells: Cells[], count = 600) =>
  findStrata(cells, count)
    .map(({ length }) => length)
    .sort();

describe('findStrata', () => {
  it('divides the rows by levels that always come together', () => {
    const service = named(
      'service',
      rows.map((row) => row % 3),
    );
    const option = named(
      'option',
      rows.map((row) => (row % 3 === 2 ? 2 : row % 2)),
    );
    expect(sizes([service, option])).toEqual([200, 400]);
  });

  it('divides the rows by a level that explains most of a number', () => {
    const plan = named(
      'plan',
      rows.map((row) => row % 2),
    );
    expect(
      sizes([
        plan,
        number(
          'price',
          rows.map((row) => 100 * (row % 2) + (row % 7)),
        ),
      ]),
    ).toEqual([300, 300]);
    expect(
      sizes([
        plan,
        number(
          'noise',
          rows.map((row) => row % 7),
        ),
      ]),
    ).toEqual([600]);
  });

  it('keeps rows together where dividing would lose more than a hundredth of them', () => {
    const rare = (column: string) =>
      named(
        column,
        rows.map((row) => (row < 12 ? 1 : 0)),
      );
    expect(sizes([rare('one'), rare('other')])).toEqual([600]);
  });
});
