import fc from 'fast-check';
import { groupByRisk } from './risk-groups.js';

const ends = [3, 8, 20];
const customer = fc.record({
  length: fc.integer({ min: 0, max: 30 }),
  level: fc.integer({ min: -4, max: 4 }),
});

/** Customers of each span in the order of their levels, those of equal ones as they came, cut into ten. */
function byComparing(lengths: Float64Array, levels: Float64Array): { span: number; members: number[] }[] {
  const spanOf = (length: number) => ends.slice(0, -1).filter((end) => length >= end).length;
  return ends.flatMap((_, span) => {
    const members = [...lengths.keys()].filter((i) => spanOf(lengths[i]) === span);
    members.sort((a, b) => levels[a] - levels[b] || a - b);
    const size = Math.max(1, Math.ceil(members.length / 10));
    return Array.from({ length: Math.ceil(members.length / size) }, (_, group) => ({
      span,
      members: members.slice(group * size, (group + 1) * size),
    }));
  });
}

describe('groupByRisk', () => {
  it('gives the groups of customers who are put in order by comparing', () => {
    fc.assert(
      fc.property(fc.array(customer, { maxLength: 200 }), (customers) => {
        const lengths = Float64Array.from(customers, ({ length }) => length);
        const levels = Float64Array.from(customers, ({ level }) => level / 2);
        const { groups, groupOf } = groupByRisk(lengths, ends, levels);
        const expected = byComparing(lengths, levels);
        expect(groups).toEqual(
          expected.map(({ span, members }) => ({
            span,
            logit: members.reduce((sum, i) => sum + levels[i], 0) / members.length,
          })),
        );
        const membersOf = groups.map((_, group) => [...groupOf.keys()].filter((i) => groupOf[i] === group));
        expect(membersOf).toEqual(expected.map(({ members }) => members.sort((a, b) => a - b)));
      }),
    );
  });
});
