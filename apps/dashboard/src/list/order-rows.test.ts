import fc from 'fast-check';
import { orderRows } from './order-rows.js';

describe('orderRows', () => {
  it('orders as a stable comparison sort does, up and down', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }))),
        fc.boolean(),
        (keys, down) => {
          const rows = Uint32Array.from(keys.keys());
          const sign = down ? -1 : 1;
          const expected = [...rows].sort(
            (a, b) => (keys[a] === keys[b] ? 0 : keys[a] < keys[b] ? -sign : sign) || a - b,
          );
          // -0 and 0 are one number to a comparison, two to their bits
          const plain = Float64Array.from(keys, (key) => key + 0);
          expect([...orderRows(rows, plain, down)]).toEqual(expected);
        },
      ),
    );
  });

  it('puts what is not a number last either way', () => {
    const keys = Float64Array.of(NaN, 2, -Infinity, 1);
    const rows = Uint32Array.of(0, 1, 2, 3);
    expect([...orderRows(rows, keys)]).toEqual([2, 3, 1, 0]);
    expect([...orderRows(rows, keys, true)]).toEqual([1, 3, 2, 0]);
  });

  it('orders some of the rows', () => {
    const keys = Int32Array.of(5, 4, 3, 2);
    expect([...orderRows(Uint32Array.of(0, 3, 1), keys)]).toEqual([3, 1, 0]);
  });
});

it('orderRows tells numbers apart by their last bit, in short runs and long ones', () => {
  for (const count of [5, 100]) {
    const keys = Float64Array.from({ length: count }, (_, i) => 1 + ((i * 37) % count) * Number.EPSILON);
    const rows = Uint32Array.from(keys.keys());
    expect([...orderRows(rows, keys)]).toEqual([...rows].sort((a, b) => keys[a] - keys[b]));
  }
});
