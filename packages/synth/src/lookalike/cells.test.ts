import { defineSchema } from '@clv/table';
import { readCells } from './cells.js';

describe('readCells', () => {
  it('reads dates as the table does: in UTC where no zone is named, and nothing that is no ISO date', () => {
    const joined = [
      ...Array.from({ length: 40 }, (_, day) => new Date(86_400_000 * day).toISOString().slice(0, 10)),
      '1970-01-03T23:30:00',
      'March 5, 1970',
    ];
    const gone = joined.map((_, row) => row % 2);
    const { cells } = readCells({ joined, gone }, defineSchema({ label: 'gone' }));
    const { kind, values } = cells.find(({ kind: { column } }) => column === 'joined')!;
    expect(kind.kind).toBe('date');
    expect([...values.slice(0, 3), ...values.slice(-2)]).toEqual([0, 1, 2, 2, NaN]);
  });
});
