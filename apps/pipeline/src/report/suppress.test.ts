import { cellOf, countTold, meanCellOf } from './suppress.js';

const written = () => 'told';

describe('countTold, cellOf and meanCellOf', () => {
  it('tell nothing of a few', () => {
    expect([countTold(4), cellOf(written)({ customers: 4 }), meanCellOf(written)({ customers: 4 })]).toEqual([
      'fewer than 5',
      '–',
      '–',
    ]);
  });

  it('tell that nobody is in a group, whose sums are 0 and which has no mean', () => {
    expect([countTold(0), cellOf(written)({ customers: 0 }), meanCellOf(written)({ customers: 0 })]).toEqual([
      '0',
      'told',
      '–',
    ]);
  });
});
