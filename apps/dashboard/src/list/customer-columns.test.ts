import { table } from 'arquero';

import { ownColumn } from './customer-columns.js';

const customers = table({ tenure: [1200, 3], trend: [-0.2481, 0.00341], fee: [1736.5, NaN] });
const written = (name: string, locale?: string) =>
  [0, 1].map((row) => ownColumn(customers, name, locale).text(row));

describe('ownColumn', () => {
  it('leaves whole numbers as they are, as they may be years or numbers of contracts', () => {
    expect(written('tenure', 'de-DE')).toEqual(['1200', '3']);
  });

  it('writes fractions as the locale does, and never as nothing', () => {
    expect(written('fee', 'de-DE')).toEqual(['1736,50', '–']);
    expect(written('trend', 'de-DE')).toEqual(['-0,25', '0,0034']);
    expect(written('trend')).toEqual(['-0.25', '0.0034']);
  });
});
