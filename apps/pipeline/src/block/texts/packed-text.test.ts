import fc from 'fast-check';

import { takeRows } from '../take-rows.js';
import { joinPacked, packTexts } from './pack-texts.js';
import { packedAsArray, packedBehind } from './packed-as-array.js';

const texts = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^C\d{7}$/)), {
  maxLength: 40,
});
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

describe('packed text as an array', () => {
  it('is read as the array that it was made of', () => {
    fc.assert(
      fc.property(texts, (cells) => {
        const array = packedAsArray(packed(cells));
        expect(array.length).toBe(cells.length);
        expect(cells.map((_, row) => array[row])).toEqual(cells);
        expect(Array.from(array)).toEqual(cells);
        expect([array[-1], array[cells.length]]).toEqual([undefined, undefined]);
      }),
    );
  });

  it('is known again', () => {
    const cells = ['C1', 'C2', 'Ø3'];
    const array = packedAsArray(packed(cells));
    expect([packedBehind(array)?.length, packedBehind(cells)]).toEqual([3, undefined]);
  });

  it('stays packed where some rows of it are taken', () => {
    const taken = takeRows(packedAsArray(packed(['a', 'b', 'c'])), Int32Array.of(2, 0));
    expect([...packedBehind(taken)!]).toEqual(['c', 'a']);
  });
});
