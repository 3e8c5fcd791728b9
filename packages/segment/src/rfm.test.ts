import { randomSource } from '@clv/contracts';
import { op, table as arqueroTable } from 'arquero';
import { fitSegments } from './fit.js';
import { rfm } from './rfm.js';
import { rfmGroup } from './rfm/groups.js';

const random = randomSource(8);
const purchases = 3000;
const transactions = {
  customer_id: Array.from({ length: purchases }, () => `c${Math.floor(random() ** 2 * 400)}`),
  date: Array.from({ length: purchases }, () => {
    const [month, day] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
    return `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }),
  amount: Array.from({ length: purchases }, () => Math.round(random() * 10_000) / 100),
};

describe('rfm', () => {
  const scored = rfm(transactions, { now: '2025-01-01' });

  it('sums up each customer as Arquero does', () => {
    const expected = arqueroTable(transactions)
      .groupby('customer_id')
      .rollup({ last: op.max('date'), frequency: op.count(), monetary: op.sum('amount') })
      .objects() as { customer_id: string; last: string; frequency: number; monetary: number }[];
    expect(scored.customer_id).toHaveLength(expected.length);
    for (const { customer_id, last, frequency, monetary } of expected) {
      const c = scored.customer_id.indexOf(customer_id);
      expect(scored.frequency[c]).toBe(frequency);
      expect(scored.monetary[c]).toBeCloseTo(monetary, 8);
      expect(scored.recency_days[c]).toBe((Date.UTC(2025, 0, 1) - Date.parse(last)) / 86_400_000);
    }
  });

  it('scores by fifths: equal numbers alike, better numbers never worse', () => {
    for (const [column, score, sign] of [
      ['recency_days', 'recency_score', -1],
      ['frequency', 'frequency_score', 1],
      ['monetary', 'monetary_score', 1],
    ] as const) {
      const order = Array.from(scored[column].keys()).sort(
        (a, b) => sign * (scored[column][a] - scored[column][b]),
      );
      for (const [rank, c] of order.slice(1).entries()) {
        const before = order[rank];
        expect(scored[score][c]).toBeGreaterThanOrEqual(scored[score][before]);
        if (scored[column][c] === scored[column][before])
          expect(scored[score][c]).toBe(scored[score][before]);
      }
    }
    const sizes = [1, 2, 3, 4, 5].map((s) => scored.monetary_score.filter((it) => it === s).length);
    for (const size of sizes) expect(Math.abs(size - scored.customer_id.length / 5)).toBeLessThanOrEqual(1);
  });

  it('names the ten classic groups, one for each pair of scores', () => {
    const map = [1, 2, 3, 4, 5].map((r) => [1, 2, 3, 4, 5].map((f) => rfmGroup(r, f)));
    expect(new Set(map.flat()).size).toBe(10);
    expect(map[4]).toEqual([
      'New Customers',
      'Potential Loyalists',
      'Potential Loyalists',
      'Champions',
      'Champions',
    ]);
    expect([map[0][0], map[0][2], map[0][4]]).toEqual(['Hibernating', 'At Risk', "Can't Lose Them"]);
    expect([map[2][1], map[2][2], map[2][4], map[3][0]]).toEqual([
      'About to Sleep',
      'Need Attention',
      'Loyal Customers',
      'Promising',
    ]);
  });

  it('counts from the latest purchase where no moment is given', () => {
    expect(Math.min(...rfm(transactions).recency_days)).toBe(0);
  });

  it('gives a table that fitSegments takes', () => {
    const features = ['recency_days', 'frequency', 'monetary'];
    expect(fitSegments(scored, { features, scale: 'rank' }).sizes).toHaveLength(4);
  });

  it('tells every fault at once', () => {
    const faulty = {
      customer_id: ['a', '', 'c'],
      date: ['2024-01-01', '2024-02-31', 'x'],
      amount: ['1,50 EUR', Infinity, 3],
    };
    expect(() => rfm(faulty)).toThrow(
      'row 1, amount: "1,50 EUR" is not a number: write it as 1.5\nrow 2, customer_id: is blank\nrow 2, date: "2024-02-31" is not a date\nrow 3, date: "x" is not a date',
    );
    expect(() => rfm({ customer: ['a'], date: ['2024-01-01'], amonut: [1] })).toThrow(
      'unknown column: customer_id (did you mean customer?)\nunknown column: amount (did you mean amonut?)',
    );
    expect(() => rfm({ customer_id: [], date: [], amount: [] })).toThrow('there are no transactions');
    expect(() => rfm(transactions, { now: 'soon' })).toThrow('now must be a date: soon');
    const later = { customer_id: ['a', 'b'], date: ['2024-01-01', '2024-03-01'], amount: [1, 2] };
    expect(() => rfm(later, { now: '2024-02-01' })).toThrow(
      'row 2, date: 2024-03-01 lies after now, 2024-02-01',
    );
  });
});
