import { codesOf } from '@clv/table';
import fc from 'fast-check';

import { CodedText } from '../block.js';
import { takeRows } from '../take-rows.js';
import { joinPacked, packTexts } from './pack-texts.js';
import { packedBehind, textsAsArray, textsBehind } from './texts-as-array.js';

const texts = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^C\d{7}$/)), {
  maxLength: 40,
});
const coded = (cells: readonly string[]) => {
  const levels = [...new Set(cells)];
  return new CodedText(
    Uint8Array.from(cells, (cell) => levels.indexOf(cell)),
    levels,
  );
};
const packed = (cells: readonly string[]) => packTexts(cells)!;

describe('packed text', () => {
  it('holds every text, in its place', () => {
    fc.assert(
      fc.property(texts, (cells) => {
        expect([...packed(cells)]).toEqual(cells);
        expect(cells.map((_, row) => packed(cells).at(row))).toEqual(cells);
      }),
    );
  });

  it.each(['K', 'Ø'])('holds more texts than are encoded or decoded at a time (%s)', (rare) => {
    const cells = Array.from({ length: 20_000 }, (_, i) => `${i % 9000 === 0 ? rare : 'K'}${i}`);
    expect([...packed(cells)]).toEqual(cells);
  });

  it('is joined to other packed text, and some of it taken, as arrays are', () => {
    fc.assert(
      fc.property(texts, texts, fc.array(fc.nat(39)), (first, last, some) => {
        const whole = [...first, ...last];
        const joined = joinPacked([packed(first), packed(last)]);
        const rows = some.filter((row) => row < whole.length);
        expect([...joined]).toEqual(whole);
        expect([...joined.take(rows)]).toEqual(rows.map((row) => whole[row]));
      }),
    );
  });

  it('takes no other cells than texts that UTF-8 can hold', () => {
    expect(packTexts(['a', null])).toBeUndefined();
    expect(packTexts([1, 2])).toBeUndefined();
    expect(packTexts(['a', '\ud800'])).toBeUndefined();
    expect([...packed(['a', '\u{1f600}'])]).toEqual(['a', '\u{1f600}']);
  });
});

describe('packed and coded text as an array', () => {
  it('is read as the array that it was made of', () => {
    fc.assert(
      fc.property(texts, (cells) => {
        for (const array of [textsAsArray(packed(cells)), textsAsArray(coded(cells))]) {
          expect(array.length).toBe(cells.length);
          expect(cells.map((_, row) => array[row])).toEqual(cells);
          expect(Array.from(array)).toEqual(cells);
          expect([array[-1], array[cells.length]]).toEqual([undefined, undefined]);
        }
      }),
    );
  });

  it('is known again', () => {
    const cells = ['C1', 'C2', 'Ø3'];
    const array = textsAsArray(packed(cells));
    expect([packedBehind(array)?.length, packedBehind(cells)]).toEqual([3, undefined]);
    const texts = coded(cells);
    const ofCodes = textsAsArray(texts);
    expect([textsBehind(ofCodes), codesOf(ofCodes), packedBehind(ofCodes)]).toEqual([
      texts,
      texts,
      undefined,
    ]);
  });

  it('stays packed or coded where some rows of it are taken', () => {
    const rows = Int32Array.of(2, 0);
    const taken = takeRows(textsAsArray(packed(['a', 'b', 'c'])), rows);
    expect([...packedBehind(taken)!]).toEqual(['c', 'a']);
    const codes = takeRows(textsAsArray(coded(['b', 'a', 'b'])), rows);
    expect([[...codes], codesOf(codes)?.codes]).toEqual([['b', 'b'], Uint8Array.of(0, 0)]);
  });
});
