import fc from 'fast-check';

import { joinColumns } from './join-columns.js';
import { packTexts } from './texts/pack-texts.js';
import { packedBehind, textsAsArray } from './texts/texts-as-array.js';

const packed = (texts: readonly string[]) => textsAsArray(packTexts(texts)!);
const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 });

describe('joinColumns', () => {
  it('keeps columns packed where each part is', () => {
    fc.assert(
      fc.property(texts, texts, (first, last) => {
        const joined = joinColumns([packed(first), packed(last)]);
        expect(packedBehind(joined)).toBeDefined();
        expect(Array.from(joined)).toEqual([...first, ...last]);
      }),
    );
  });

  it('makes an array of parts that are packed and parts that are not', () => {
    fc.assert(
      fc.property(texts, texts, (first, last) => {
        expect(joinColumns([packed(first), [...last, null]])).toEqual([...first, ...last, null]);
      }),
    );
  });

  it('keeps numbers in a typed array where each part is one', () => {
    const parts = [Float64Array.of(1, NaN), Float64Array.of(3)];
    expect(joinColumns(parts)).toEqual(Float64Array.of(1, NaN, 3));
    expect(joinColumns([...parts, ['x']])).toEqual([1, NaN, 3, 'x']);
  });
});
