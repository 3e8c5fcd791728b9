import fc from 'fast-check';
import { kernelSlab, loadKernel, plainSlab } from './slab.js';

/** Whole numbers make ties common. */
const coordinate = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.double({ noNaN: true, min: -1e140, max: 1e140 }),
);

const cases = fc.integer({ min: 1, max: 7 }).chain((dimensions) => {
  const rows = fc.array(fc.array(coordinate, { minLength: dimensions, maxLength: dimensions }), {
    minLength: 1,
    maxLength: 9,
  });
  return fc.record({ dimensions: fc.constant(dimensions), rows, centres: rows });
});

describe('a slab of WebAssembly', () => {
  it('finds what a plain one finds, to the last bit', () => {
    const kernel = loadKernel()!;
    fc.assert(
      fc.property(cases, ({ dimensions, rows, centres }) => {
        const [ours, plain] = [
          kernelSlab(kernel, Float64Array.from(centres.flat()), dimensions),
          plainSlab(Float64Array.from(centres.flat()), dimensions),
        ];
        for (const slab of [ours, plain]) {
          slab.points.set(rows.flat());
          slab.find(rows.length);
        }
        for (const found of ['label', 'near', 'next'] as const) {
          const seen = (values: Int32Array | Float64Array) => Array.from(values.subarray(0, rows.length));
          expect(seen(ours[found])).toEqual(seen(plain[found]));
        }
      }),
    );
  });

  it('makes room for more centres than a page of memory holds', () => {
    const dimensions = 60;
    const centres = Float64Array.from({ length: 500 * dimensions }, (_, at) => Math.floor(at / dimensions));
    const slab = kernelSlab(loadKernel()!, centres, dimensions);
    slab.points.fill(321);
    slab.find(slab.capacity);
    expect(new Set(slab.label)).toEqual(new Set([321]));
    expect(slab.next[0]).toBe(Math.sqrt(dimensions));
  });
});
