import { tableFromIPC } from '@uwdata/flechette';
import { fromArrow, table } from 'arquero';

import { arrowTable, readArrow } from './arrow-table.js';
import { categoriesOf, numbersOf } from './columns.js';
import { plainTable } from './customer-table.js';

const rows = table({
  plan: ['DSL', 'Fibre', 'DSL', 'Cable'],
  gap: ['DSL', null, 'DSL', 'Cable'],
  months: Float64Array.of(3, 1, 4, 1),
  score: [1, null, 2.5, 0],
  left: [true, false, true, false],
});
const bytes = rows.toArrowIPC() as Uint8Array;

describe.each([
  ['Arquero', rows],
  ['Arquero over Arrow', fromArrow(bytes)],
  ['an Arrow file', readArrow(bytes)],
  ['an Arrow table', arrowTable(tableFromIPC(bytes))],
])('a table from %s', (_, read) => {
  it('has categories in the order of their first row', () => {
    expect(categoriesOf(read, 'plan')).toEqual({
      names: ['DSL', 'Fibre', 'Cable'],
      codes: Int32Array.of(0, 1, 0, 2),
    });
    expect(categoriesOf(read, 'left').names).toEqual(['true', 'false']);
    expect(categoriesOf(read, 'months')).toEqual({
      names: ['3', '1', '4'],
      codes: Int32Array.of(0, 1, 2, 1),
    });
  });

  it('has blanks as a category of their own, and as no number', () => {
    expect(categoriesOf(read, 'gap')).toEqual({
      names: ['DSL', '', 'Cable'],
      codes: Int32Array.of(0, 1, 0, 2),
    });
    expect(numbersOf(read, 'score')).toEqual(Float64Array.of(1, NaN, 2.5, 0));
  });

  it('has numbers as numbers', () => {
    expect(numbersOf(read, 'months')).toEqual(Float64Array.of(3, 1, 4, 1));
    expect(numbersOf(read, 'left')).toEqual(Float64Array.of(1, 0, 1, 0));
  });
});

it('rows that a filter leaves are read in their order', () => {
  const filtered = rows.filter((row: { months: number }) => row.months > 1).orderby('months');
  const plain = plainTable(filtered);
  expect(categoriesOf(plain, 'plan').names).toEqual(['DSL']);
  expect(numbersOf(plain, 'months')).toEqual(Float64Array.of(3, 4));
});
