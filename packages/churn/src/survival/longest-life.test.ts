import { defineSchema } from '@clv/table';
import { strangeTenures } from './longest-life.js';

describe('strangeTenures', () => {
  it('asks about tenures that are more than a hundred years', () => {
    const schema = defineSchema({ label: 'left', tenure: 'since' });
    expect(strangeTenures({ left: [0, 1], since: [3, 999_999] }, schema)).toEqual([
      'since reaches 999,999 months, more than a hundred years: is it in months? Longer ones count as 1,200',
    ]);
    expect(strangeTenures({ left: [0, 1], since: [3, 1200] }, schema)).toEqual([]);
    expect(strangeTenures({ left: [0, 1] }, defineSchema({ label: 'left' }))).toEqual([]);
  });
});
