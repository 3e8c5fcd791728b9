import fc from 'fast-check';
import { parseDigits } from './parse-digits.js';

const [point, comma] = [46, 44];

describe('parseDigits', () => {
  it('equals JavaScript to the last bit, or leaves the text to it', () => {
    const characters = fc.constantFrom(...'0123456789.-');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 18 }), (text) => {
        const number = parseDigits(text, point);
        if (Number.isNaN(number)) return;
        expect(Object.is(number, Number(text))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads every amount in cents up to a billion, with a point or a comma', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }), (cents) => {
        const text = (cents / 100).toFixed(2);
        expect(parseDigits(text, point) === Number(text)).toBe(true);
        expect(parseDigits(text.replace('.', ','), comma) === Number(text)).toBe(true);
      }),
    );
  });

  it.each(['', '.', '-', '-.', '1.2.3', '1e5', ' 1', '1 ', '+1', '0x1', '1234567890123456'])(
    'leaves %j',
    (text) => {
      expect(parseDigits(text, point)).toBeNaN();
    },
  );
});
