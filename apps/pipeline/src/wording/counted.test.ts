import { counted } from './counted.js';

describe('counted', () => {
  it('says one of a thing as one', () => {
    expect([0, 1, 12, 10_000].map((count) => counted(count, 'month'))).toEqual([
      '0 months',
      '1 month',
      '12 months',
      '10,000 months',
    ]);
  });
});
