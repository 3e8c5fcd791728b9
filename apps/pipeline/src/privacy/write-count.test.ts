import { cellOf, meanCellOf, withTold, writeCount } from './write-count.js';

const [few, many, nobody] = withTold(
  [{ customers: 4 }, { customers: 50 }, { customers: 0 }],
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
    expect(writeCount({ ...many, told: 'number' })).toBe('50');
    expect(writeCount({ ...many, told: 'nothing' })).toBe('–');
  });

  it('tell that nobody is in a group, whose sums are 0 and which has no mean', () => {
    expect([writeCount(nobody), cellOf(written)(nobody), meanCellOf(written)(nobody)]).toEqual([
      '0',
      'told',
      '–',
    ]);
  });
});
