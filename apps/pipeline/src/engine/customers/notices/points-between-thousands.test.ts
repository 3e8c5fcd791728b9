import fc from 'fast-check';
import { defineSchema } from '@clv/table';

import { thousandsNotices } from './points-between-thousands.js';

const schema = defineSchema({ price: 'price' });
const asGermansDo = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });

/** A cell as an input's reader gives it: a number where that is written again the same. */
const read = (text: string) => (String(Number(text)) === text ? Number(text) : text);

describe('thousandsNotices', () => {
  it('finds whole amounts that are written as Germans do', () => {
    const amounts = Array.from({ length: 100 }, (_, i) => 437 + 31 * i);
    const texts = amounts.map((amount) => asGermansDo.format(amount));
    for (const price of [texts.map(read), Float64Array.from(texts, Number)])
      expect(thousandsNotices({ price }, schema)).toEqual([
        'price: 1.026 was read as a decimal, but where numbers have a point three digits follow it; if it stands between thousands, write 1026.',
      ]);
  });

  it.each<[string, number]>([
    ['cents', 2],
    ['tenths', 1],
    ['thousandths', 3],
    ['ten-thousandths', 4],
    ['whole', 0],
  ])('says nothing of amounts in %s', (_, digits) => {
    const amount = fc.integer({ min: 0, max: 900 * 10 ** digits }).map((parts) => parts / 10 ** digits);
    fc.assert(
      fc.property(fc.array(amount, { minLength: 400, maxLength: 400 }), fc.boolean(), (amounts, fixed) => {
        const price = amounts.map((one) => (fixed ? read(one.toFixed(digits)) : one));
        expect(thousandsNotices({ price }, schema)).toEqual([]);
        expect(thousandsNotices({ price: Float64Array.from(amounts) }, schema)).toEqual([]);
      }),
      { seed: 3 },
    );
  });

  it('says nothing of eighths', () => {
    const price = Float64Array.from({ length: 800 }, (_, i) => 10 + i / 8);
    expect(thousandsNotices({ price }, schema)).toEqual([]);
  });
});
