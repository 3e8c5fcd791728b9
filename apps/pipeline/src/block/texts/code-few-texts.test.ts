import { tellCodes, codesOf } from '@clv/table';

import { CodedText } from '../block.js';
import { codeFewTexts, withCodesTold } from './code-few-texts.js';
import { many, textsBehind } from './texts-as-array.js';

const coded = (cells: ArrayLike<unknown>) =>
  codeFewTexts({ rows: cells.length, columns: { cells } }).columns.cells;

describe('codeFewTexts', () => {
  it('numbers levels in the order of their first cells, also where they were told in another', () => {
    const cells = ['b', 'a', 'b'];
    const expected = new CodedText(Uint8Array.of(0, 1, 0), ['b', 'a']);
    expect(coded([...cells])).toEqual(expected);
    tellCodes(cells, { codes: Uint8Array.of(2, 0, 2), levels: ['a', 'never', 'b'] });
    expect(coded(cells)).toEqual(expected);
  });

  it('takes codes that are told in that order as they are', () => {
    const cells = ['b', 'a', 'b'];
    const codes = Uint8Array.of(0, 1, 0);
    tellCodes(cells, { codes, levels: ['b', 'a'] });
    expect((coded(cells) as CodedText).codes).toBe(codes);
  });

  it.each([
    ['other cells than texts', ['a', null]],
    ['more than 256 texts', Array.from({ length: 257 }, (_, i) => String(i))],
  ])('leaves columns of %s as they are', (_, cells) => expect(coded(cells)).toBe(cells));
});

describe('withCodesTold', () => {
  it('tells the codes of columns of few texts alone', () => {
    const columns = { plan: ['b', 'a'], calls: [1, 2], age: Float64Array.of(1, 2) };
    const told = withCodesTold(columns);
    expect(told).toEqual(columns);
    expect(Object.values(told).map(codesOf)).toEqual([
      new CodedText(Uint8Array.of(0, 1), ['b', 'a']),
      undefined,
      undefined,
    ]);
  });

  it('keeps the codes alone of many texts', () => {
    const plan = Array.from({ length: many }, (_, row) => (row % 3 === 0 ? 'b' : 'a'));
    const told = withCodesTold({ plan }).plan;
    expect(textsBehind(told)).toBe(codesOf(told));
    expect(Array.from(told)).toEqual(plan);
    expect(codeFewTexts({ rows: many, columns: { told } }).columns.told).toEqual(codesOf(told));
  });
});
