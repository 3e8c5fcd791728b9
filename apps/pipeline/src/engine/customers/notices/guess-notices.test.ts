import { inferSchema } from '@clv/table';

import { guessNotices } from './guess-notices.js';

const draw = (cell: (i: number) => string) => Array.from({ length: 100 }, (_, i) => cell(i));

const customers = {
  customer_id: draw((i) => `C${i}`),
  churned: draw((i) => String(i % 2)),
  monthly_charges: draw((i) => String(20 + (i % 7))),
};

const noticesOf = (columns: Record<string, string[]>) => {
  const table = { ...customers, ...columns };
  const { schema, reasons } = inferSchema(table);
  expect(schema.roles.exclude).toEqual(Object.keys(columns));
  return guessNotices(table, schema, reasons);
};

describe('guessNotices', () => {
  it('says which column was taken for what', () => {
    expect(noticesOf({ note: draw((i) => `said ${i % 60}`) })).toEqual([
      'The roles of the columns were guessed: id is customer_id; label is churned; price is monthly_charges; exclude is note.',
    ]);
  });

  it('says why a column that is named as a margin was not taken for one', () => {
    const table = { ...customers, margin: draw((i) => String(i % 4 ? 10 + (i % 30) : -3 - (i % 20))) };
    const { schema, reasons } = inferSchema(table);
    expect(guessNotices(table, schema, reasons)[1]).toBe(
      'Not taken for the margin: margin holds numbers below 0 in 25% of its filled cells: a margin is at least 0.',
    );
  });

  it.each([
    ['an amount with its currency', (i: number) => `$${i}.50`, '$0.50 looks like a number'],
    [
      'a number that is often not known',
      (i: number) => (i % 10 ? `${i}.5` : '?'),
      '"?" stands among its numbers',
    ],
  ])('tells of %s that is left out as free text', (_, cell, said) => {
    expect(noticesOf({ usage: draw(cell) })[1]).toContain(`Left out: usage: ${said}`);
  });
});
