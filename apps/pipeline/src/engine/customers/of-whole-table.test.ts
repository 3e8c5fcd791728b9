import { defineSchema, validateTable } from '@clv/table';

import { ofWholeTable } from './of-whole-table.js';

describe('faults of some rows', () => {
  it('are those that the whole table has in these rows', () => {
    const id = ['a', 'row 2', 'b', 'c', 'row 2', '', 'd'];
    const price = ['1', '2', 'row 3, stands in row 2 too', '-4', '5', '6', '7'];
    const schema = defineSchema({ id: 'id', price: 'price' });
    const named = (columns: Record<string, string[]>) =>
      validateTable(columns, schema).faults.map((fault) => ({
        ...fault,
        message: `row 1, t: ${fault.message}`,
      }));
    const rows = [1, 2, 3, 4, 5];
    const some = named({ id: rows.map((row) => id[row]), price: rows.map((row) => price[row]) });
    const whole = named({ id, price });
    expect(whole).toHaveLength(4);
    expect(
      ofWholeTable(
        'row 1, t',
        some,
        rows.map((row) => row + 1),
      ),
    ).toEqual(whole);
  });
});
