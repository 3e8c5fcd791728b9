import fc from 'fast-check';

import { decimalNumber } from './decimal-number.js';

/** As one writes it: the digits, and the point among them. */
function written(parts: bigint, scale: number): string {
  const digits = String(parts < 0n ? -parts : parts).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${parts < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

describe('decimalNumber', () => {
  it('is the number that the written decimal is, of however many digits', () => {
    const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }), fc.nat(38));
    const cents = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.nat(4));
    fc.assert(
      fc.property(fc.oneof(decimals, cents), ([parts, scale]) => {
        expect(decimalNumber(parts, scale)).toBe(Number(written(parts, scale)) + 0);
      }),
    );
  });
});
