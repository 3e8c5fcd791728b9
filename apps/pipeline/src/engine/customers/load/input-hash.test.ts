import { CodedText, type Columns } from '../../../block/block.js';
import { textsAsArray } from '../../../block/texts/texts-as-array.js';
import { InputHash, hashOf } from './input-hash.js';

const ages = [31, 44, NaN, 27];
const names = ['Ann', 'Bo', '', 'Cy'];

describe('hashOf', () => {
  it.each([
    ['text', ['31', '44', '', '27.0']],
    ['numbers and blanks', [31, 44, null, 27]],
    ['32-bit numbers', Float32Array.from(ages)],
  ])('is the same for numbers that came as %s', (_, age) => {
    expect(hashOf({ age, names })).toBe(hashOf({ age: Float64Array.from(ages), names }));
  });

  it('is the same for whole numbers, however wide', () => {
    const calls = [0, 3, 1];
    const hashes = [Int32Array, Uint8Array, Float64Array].map((Type) =>
      hashOf({ calls: Type.from(calls as never) }),
    );
    expect(new Set([...hashes, hashOf({ calls })]).size).toBe(1);
  });

  it.each([
    ['texts', ['Bo', 'Änne', '', '😀'], [1, 0, 2, 3, 1, 1]],
    ['numbers written as text', ['31', '', '27.0'], [1, 0, 2, 0, 2]],
    ['levels that no cell holds', ['31', 'Bo', '44'], [2, 0, 2]],
    ['more cells than are joined at a time', ['Ann', 'Bo'], Array.from({ length: 20_000 }, (_, i) => i % 2)],
    ['no cells', ['Ann'], []],
  ])('is the same for coded %s', (_, levels, codes) => {
    const coded = new CodedText(Uint8Array.from(codes), levels);
    const asTexts = hashOf({ names: [...coded] });
    expect([hashOf({ names: coded }), hashOf({ names: textsAsArray(coded) })]).toEqual([asTexts, asTexts]);
  });

  it('is another one where a cell, a name or the order of columns is', () => {
    const tables: Columns[] = [
      { ages, names },
      { ages: [31, 44, NaN, 28], names },
      { ages, names: ['Ann', 'Bo', 'C', 'y'] },
      { years: ages, names },
      { names, ages },
    ];
    expect(new Set(tables.map(hashOf)).size).toBe(tables.length);
  });

  it('tells dates apart to the millisecond, as text tells them', () => {
    const at = (milliseconds: number) => ({ since: [new Date(milliseconds)] });
    expect(hashOf(at(1))).not.toBe(hashOf(at(2)));
    expect(hashOf(at(1))).toBe(hashOf({ since: ['1970-01-01T00:00:00.001Z'] }));
  });

  it('is that of the same rows in blocks', () => {
    const hash = new InputHash();
    hash.add({ ages: ages.slice(0, 1), names: names.slice(0, 1) });
    hash.add({ ages: ages.slice(1), names: names.slice(1) });
    expect(hash.digest()).toBe(hashOf({ ages, names }));
  });
});
