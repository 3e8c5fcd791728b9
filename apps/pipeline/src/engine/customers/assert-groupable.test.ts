import { defineSchema } from '@clv/table';

import { assertGroupable } from './assert-groupable.js';

const groupable = (segment_features: string[] | undefined, decimal: '.' | ',' = '.') =>
  assertGroupable({
    name: 'x.csv',
    columns: {
      plan: ['', 'monthly'],
      joined: [new Date('2025-01-31'), null],
      calls: [1, NaN],
      paid: ['1,5', ''],
      active: [true, false],
    },
    schema: defineSchema({ segment_features }, { decimal }),
  });

describe('assertGroupable', () => {
  it('passes numbers, blanks, and true and false', () => {
    expect(groupable(undefined)).toBeUndefined();
    expect(groupable(['calls', 'paid', 'active'], ',')).toBeUndefined();
  });

  it('tells of every column that is none of numbers, with what it holds', () => {
    expect(() => groupable(['calls', 'plan', 'joined'])).toThrow(
      'x.csv: roles.segment_features[1]: customers are grouped by numbers, and plan holds "monthly"\n' +
        'x.csv: roles.segment_features[2]: customers are grouped by numbers, and joined holds "2025-01-31T00:00:00.000Z"',
    );
  });
});
