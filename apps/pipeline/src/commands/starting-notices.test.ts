import { defineSchema } from '@clv/table';

import { startingNotices } from './starting-notices.js';

describe('startingNotices', () => {
  it('says which columns have to be renamed before a run takes the table', () => {
    expect(startingNotices(['customer', 'segment'], defineSchema({ id: 'customer' }))).toEqual([
      'column segment has the name of a column that the results add; rename it.',
    ]);
  });

  it('says that one column may be many', () => {
    expect(startingNotices(['id#churn'], defineSchema({}))).toEqual([
      expect.stringMatching(/^There is one column, id#churn: .* --separator/),
    ]);
  });
});
