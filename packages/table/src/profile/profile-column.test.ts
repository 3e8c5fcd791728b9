import fc from 'fast-check';
import { isMostly } from './is-mostly.js';
import { profileColumn } from './profile-column.js';

const cells = (good: number, goodCell: unknown, odd: number, oddCell: unknown) => [
  ...Array(odd).fill(oddCell),
  ...Array(good).fill(goodCell),
];

describe('profileColumn', () => {
  it.each([
    ['19 of 20 numbers', cells(19, '7', 1, 'abc'), 'number'],
    ['18 of 19 numbers', cells(18, '7', 1, 'abc'), 'text'],
    ['19 of 20 dates among blanks', [...cells(19, '2024-01-31', 1, 'soon'), '', 'NA', null], 'date'],
    ['typed booleans', [true, false, null], 'boolean'],
    ['words of one pair', ['Yes', 'NO', 'yes', ''], 'boolean'],
    ['words of two pairs', ['yes', 'false'], 'text'],
    ['ones and zeros', ['1', '0', '1'], 'number'],
    ['codes', ['06834', '10001', '60601'], 'text'],
    ['codes beside numbers', [10001, '00501 ', 60601], 'text'],
    ['numbers below 1, and zeros', ['0.5', '0', '-0.25', '00.5'], 'number'],
    ['typed whole numbers', Int32Array.of(1, 0), 'number'],
    ['typed numbers that are all blank', Float32Array.of(NaN, NaN), 'blank'],
    ['blanks', ['', null, 'NA', undefined, NaN], 'blank'],
    ['nothing', [], 'blank'],
  ])('takes %s for what they are', (_, column, kind) => {
    expect(profileColumn(column, '.').kind).toBe(kind);
  });

  it('counts the levels of text, whatever white space is about them', () => {
    const { levels } = profileColumn(['a', ' a', 'b', '', 'a '], '.');
    expect([...levels]).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
  });
});

describe('isMostly', () => {
  it('agrees with a full count, though it stops early', () => {
    const column = fc.array(fc.constantFrom('fits', 'fits', 'fits', 'odd', ''), { maxLength: 80 });
    fc.assert(
      fc.property(column, fc.nat(400), (mixed, more) => {
        const all = [...mixed, ...Array<string>(more).fill('fits')];
        const [fitting, odd] = ['fits', 'odd'].map((word) => all.filter((cell) => cell === word).length);
        expect(isMostly(all, (cell) => cell === 'fits')).toBe(fitting > 0 && 20 * odd <= fitting + odd);
      }),
      { numRuns: 1000 },
    );
  });
});
