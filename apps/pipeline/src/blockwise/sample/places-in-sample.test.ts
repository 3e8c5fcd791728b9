import fc from 'fast-check';

import type { PrescribedCustomers } from '../../engine/policy/prescribed-customers.js';
import { heldOutOfSample, placesInSample } from './places-in-sample.js';
import type { SampledSource } from './sample-source.js';

const rows = 60;
const spans = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 20 });
const someRows = fc.uniqueArray(fc.nat(rows - 1)).map((sampled) => sampled.sort((a, b) => a - b));
const isPrescribed = (row: number) => row % 4 !== 1;

/** Spans of rows, one after the other, to the end of the table. */
function* spansOf(lengths: readonly number[]): Generator<[first: number, rows: number]> {
  for (let first = 0, k = 0; first < rows; first += lengths[k++ % lengths.length])
    yield [first, lengths[k % lengths.length]];
}

describe('placesInSample', () => {
  it('visits whoever of the sample is prescribed for, each once and in order, whatever the spans', () => {
    fc.assert(
      fc.property(someRows, spans, (sampled, lengths) => {
        const visit = placesInSample(
          { sampled: Int32Array.from(sampled) } as unknown as SampledSource,
          isPrescribed,
        );
        const seen: [number, number][] = [];
        for (const [first, count] of spansOf(lengths))
          visit(first, count, (place, i) => seen.push([place, first + i]));
        expect(seen).toEqual(sampled.filter(isPrescribed).map((row, place) => [place, row]));
      }),
    );
  });
});

describe('heldOutOfSample', () => {
  it("tells each span its customers' own chances and effects", () => {
    fc.assert(
      fc.property(someRows, spans, (sampled, lengths) => {
        const own = sampled.filter(isPrescribed);
        const customers = {
          pChurn: Float64Array.from(own, (row) => row / 100),
          inputs: {
            effect: Float64Array.from(own.flatMap((row) => [row, row + 0.5])),
            effectError: Float64Array.from(own.flatMap((row) => [-row, -row - 0.5])),
          },
        } as unknown as PrescribedCustomers;
        const sample = { sampled: Int32Array.from(sampled) } as unknown as SampledSource;
        const heldOut = heldOutOfSample(sample, customers, isPrescribed);
        for (const [first, count] of spansOf(lengths)) {
          const expected = own.filter((row) => row >= first && row < first + count);
          const { rows, pChurn, effect, effectError } = heldOut(first, count);
          expect(Array.from(rows, (i) => first + i)).toEqual(expected);
          expect([...pChurn]).toEqual(expected.map((row) => row / 100));
          expect([...effect!]).toEqual(expected.flatMap((row) => [row, row + 0.5]));
          expect([...effectError!]).toEqual(expected.flatMap((row) => [-row, -row - 0.5]));
        }
      }),
    );
  });
});
