import fc from 'fast-check';
import { customerIds, packedIds, textsOfIds } from './customer-ids.js';

describe('customerIds', () => {
  it('are C and a number of at least seven digits', () => {
    expect(textsOfIds(customerIds(2))).toEqual(['C0000001', 'C0000002']);
    expect(textsOfIds(customerIds(3, 9_999_999))).toEqual(['C9999999', 'C10000000', 'C10000001']);
    expect(textsOfIds(customerIds(2, 1_000_000_000))).toEqual(['C1000000000', 'C1000000001']);
  });

  it('are packed as they are written', () => {
    const first = fc.oneof(
      fc.integer({ min: 1, max: 20_000_000 }),
      fc.constantFrom(999, 9_999_990, 99_999_950, 9_999_999_950),
    );
    fc.assert(
      fc.property(first, fc.nat(100), (from, rows) => {
        const ids = customerIds(rows, from);
        const { bytes, ends } = packedIds(ids);
        const starts = [0, ...ends];
        const read = Array.from(ends, (end, i) => new TextDecoder().decode(bytes.subarray(starts[i], end)));
        expect(read).toEqual(textsOfIds(ids));
        expect(bytes.length).toBe(starts.at(-1));
      }),
    );
  });
});
