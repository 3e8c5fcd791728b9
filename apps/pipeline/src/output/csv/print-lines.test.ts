import fc from 'fast-check';

import { type Cells, CodedText } from '../../block/block.js';
import { packTexts } from '../../block/texts/pack-texts.js';
import { printLines } from './print-lines.js';

/** All lines, which lie in the same memory one after another. */
const whole = (lines: Iterable<Uint8Array>) =>
  Buffer.concat(Array.from(lines, (some) => some.slice())).toString();

const printed = (columns: Record<string, Cells>, rows: number) => whole(printLines([{ rows, columns }]));

/** The lines below the header of a table of one column. */
const linesOf = (cells: Exclude<Cells, CodedText>) =>
  printed({ a: cells }, cells.length).split('\n').slice(1, -1);

/** A number as JavaScript writes it, but for the sign of a large exponent and for whole numbers beyond 10^15. */
function written(value: number): string {
  if (Number.isNaN(value)) return '';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = String(value).replace('e+', 'e');
  return Math.abs(value) >= 1e15 && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

const bits = (high: number, low: number) => new Float64Array(Uint32Array.of(low, high).buffer)[0];
const anyBits = fc.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff)).map(([high, low]) => bits(high, low));
const decimal = fc
  .tuple(fc.maxSafeInteger(), fc.integer({ min: -330, max: 300 }))
  .map(([digits, power]) => Number(`${digits}e${power}`));
const money = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.nat(7)).map(([n, d]) => n / 10 ** d);

describe('printLines', () => {
  it.each([
    ['of any bits', anyBits],
    ['of any decimals', decimal],
    ['as tables hold them', money],
  ])('writes numbers %s in the same digits as JavaScript', (_, number) => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 100, maxLength: 3000 }), (numbers) => {
        expect(linesOf(Float64Array.from(numbers))).toEqual(numbers.map(written));
      }),
      { numRuns: 30 },
    );
  });

  it('writes the numbers of a row in the same digits where it holds one again, also with the other sign', () => {
    const number = fc.oneof(anyBits, decimal, money);
    const cell = number.chain((value) => fc.constantFrom(value, -value, value / 3));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(40)), (few, picks) => {
        const numbers = [...few, ...picks.map((pick) => few[pick % few.length] * (pick % 2 === 0 ? 1 : -1))];
        const columns = Object.fromEntries(numbers.map((value, i) => [`c${i}`, Float64Array.of(value)]));
        const [, line] = printed(columns, 1).split('\n');
        expect(line.split(',')).toEqual(numbers.map(written));
      }),
    );
  });

  it('writes every power of two and of ten, and their neighbours, in the same digits as JavaScript', () => {
    const around = (value: number) => {
      const near = new BigInt64Array(Float64Array.of(value).buffer);
      return [-1n, 0n, 1n].map((step) => new Float64Array(BigInt64Array.of(near[0] + step).buffer)[0]);
    };
    const powers = [
      ...Array.from({ length: 2098 }, (_, i) => 2 ** (i - 1074)),
      ...Array.from({ length: 632 }, (_, i) => Number(`1e${i - 323}`)),
    ].flatMap(around);
    expect(linesOf(Float64Array.from(powers))).toEqual(powers.map(written));
  });

  it('writes numbers of single precision in the fewest digits that say which they are', () => {
    const single = fc.float({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(single, { minLength: 1, maxLength: 500 }), (numbers) => {
        const lines = linesOf(Float32Array.from(numbers));
        const wholeOf = (line: string) => line.replace(/e.*|^-?0\.0*|[.-]/g, '');
        expect(lines.map((line) => Math.fround(Number(line)))).toEqual(numbers.map((value) => value + 0));
        for (const line of lines.filter((line) => line.includes('.') && !line.endsWith('.0')))
          expect(wholeOf(line).length).toBeLessThanOrEqual(9);
      }),
    );
    expect(linesOf(Float32Array.of(0.1, 16777216, -2.5, NaN))).toEqual(['0.1', '16777216', '-2.5', '']);
  });

  it('writes whole numbers of 32 bits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 5000 }), (numbers) => {
        expect(linesOf(Int32Array.from(numbers))).toEqual(numbers.map(String));
      }),
    );
  });

  it('writes the same lines of texts, coded or packed or neither, and however the rows fall into blocks', () => {
    const special = fc.constantFrom('', ',', '"', '#', '\n', '\r', '=1', '-1', '-x', '＝1', 'ø', '\ud800');
    const text = fc.oneof(special, fc.stringMatching(/^[a-z0-9-]{1,12}$/), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), fc.nat(60), (texts, split) => {
        const levels = [...new Set(texts)];
        const coded = new CodedText(
          Uint8Array.from(texts, (cell) => levels.indexOf(cell)),
          levels,
        );
        const forms = [coded, packTexts(texts) ?? texts, texts];
        const [one, ...others] = forms.map((cells) => printed({ a: cells, b: coded }, texts.length));
        others.forEach((other) => expect(other).toBe(one));
        const blocks = [texts.slice(0, split), texts.slice(split)].filter(({ length }) => length > 0);
        const inBlocks = printLines(blocks.map((cells) => ({ rows: cells.length, columns: { a: cells } })));
        expect(whole(inBlocks)).toBe(printed({ a: texts }, texts.length));
      }),
    );
  });

  it('keeps lines whole where a row takes more than all the memory it began with', () => {
    const long = Array.from({ length: 40 }, (_, i) => String.fromCharCode(97 + (i % 26)).repeat(50_000 + i));
    expect(linesOf(long)).toEqual(long);
  });

  it('keeps lines whole where one text is longer than all memory over the rows that are printed together', () => {
    const long = ['x'.repeat(3_000_000), ...new Array<string>(5000).fill('y')];
    const levels = [...new Set(long)];
    const coded = new CodedText(
      Uint8Array.from(long, (cell) => levels.indexOf(cell)),
      levels,
    );
    for (const cells of [long, packTexts(long)!, coded])
      expect(printed({ a: cells }, long.length) === ['a', ...long, ''].join('\n')).toBe(true);
  });
});
