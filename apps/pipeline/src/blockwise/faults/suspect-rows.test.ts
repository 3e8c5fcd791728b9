import fc from 'fast-check';

import { SuspectRows } from './suspect-rows.js';

describe('SuspectRows', () => {
  it('keep each row once, in order, up to so many, and count what comes beyond', () => {
    const rows = fc.uniqueArray(fc.nat(99), { maxLength: 20 });
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 1, max: 25 }), (some, others, most) => {
        const [suspects, more] = [new SuspectRows(most), new SuspectRows(Infinity)];
        for (const row of [...some, ...some.slice(0, most)]) suspects.add(row);
        for (const row of others) more.add(row);
        expect(suspects.size).toBe(Math.min(most, some.length));
        expect(suspects.beyond).toBe(Math.max(0, some.length - most));
        suspects.addAll(more);
        const kept = new Set(some.slice(0, most));
        for (const row of others) if (kept.size < most) kept.add(row);
        expect([...suspects.toArray()]).toEqual([...kept].sort((a, b) => a - b));
      }),
    );
  });
});
