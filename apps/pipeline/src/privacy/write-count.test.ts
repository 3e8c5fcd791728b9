import { cellOf, meanCellOf, withTold, writeCount, writeShare } from './write-count.js';

const [few, many, nobody] = withTold(
  [{ customers: 4 }, { customers: 30 }, { customers: 0 }],
  ['size', 'size', 'number'],
);
const written = () => 'told';

describe('writeCount, cellOf and meanCellOf', () => {
  it('tell of a number that is hidden only whether it is small', () => {
    expect([writeCount(few), cellOf(written)(few), meanCellOf(written)(few)]).toEqual([
      'fewer than 5',
      '–',
      '–',
    ]);
    expect([writeCount(many), cellOf(written)(many)]).toEqual(['5 or more', '–']);
    expect(writeCount({ ...many, told: 'number' })).toBe('30');
    expect(writeCount({ ...many, told: 'nothing' })).toBe('–');
  });

  it('round a number that is hidden because it would give a small one away', () => {
    expect([933, 1708].map((customers) => writeCount({ customers, told: 'size' }))).toEqual([
      'about 950',
      'about 1,700',
    ]);
  });

  it('tell that nobody is in a group, whose sums are 0 and which has no mean', () => {
    expect([writeCount(nobody), cellOf(written)(nobody), meanCellOf(written)(nobody)]).toEqual([
      '0',
      'told',
      '–',
    ]);
  });
});

describe('writeShare', () => {
  it('is told as exactly as the number of which it is', () => {
    const shares = [
      writeShare({ customers: 882, told: 'number' }, 1815),
      writeShare({ customers: 882, told: 'size' }, 1815),
      writeShare({ customers: 1, told: 'size' }, 1750),
      writeShare({ customers: 3, told: 'size' }, 40),
      writeShare({ customers: 30, told: 'nothing' }, 40),
      writeShare({ customers: 0, told: 'number' }, 0),
    ];
    expect(shares).toEqual(['48.6%', 'about 48%', 'under 1%', '–', '–', '–']);
  });

  it('is rounded once, and not made from a rounded number', () => {
    expect(writeCount({ customers: 187, told: 'size' })).toBe('about 200');
    expect(writeShare({ customers: 187, told: 'size' }, 372)).toBe('about 50%');
  });

  it('is never more than all', () => {
    expect(writeShare({ customers: 2009, told: 'size' }, 2011)).toBe('about 100%');
    expect(writeShare({ customers: 115, told: 'size' }, 116)).toBe('about 100%');
  });
});
