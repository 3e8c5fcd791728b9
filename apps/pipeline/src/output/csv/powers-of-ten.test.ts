import { powersOfTen } from './powers-of-ten.js';

describe('powersOfTen', () => {
  const table = powersOfTen();
  const entry = (k: number) => (table[2 * (k + 324)] << 63n) | table[2 * (k + 324) + 1];

  it('has 126 bits for each power', () => {
    for (let k = -324; k <= 292; k++) expect([k, entry(k).toString(2).length]).toEqual([k, 126]);
  });

  it('has the first and last rows of the table that was published', () => {
    const row = (k: number) =>
      [table[2 * (k + 324)], table[2 * (k + 324) + 1]].map((half) => half.toString(16));
    expect(row(-324)).toEqual(['4f0cedc95a718dd4', '5b01e8b09aa0d1b5']);
    expect(row(0)).toEqual(['4000000000000000', '1']);
    expect(row(292)).toEqual(['7fbbd8fe5f5e6e27', '497a3a2704eec3df']);
  });
});
