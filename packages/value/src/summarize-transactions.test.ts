import { summarizeTransactions } from './summarize-transactions.js';

const table = {
  customer_id: ['b', 'a', 'a', 'a', 'b', 'c', 'a'],
  date: ['2024-01-08', '2024-01-22', '2024-01-01', '2024-01-22', '2024-02-20', '2024-02-10', '2024-02-12'],
  amount: [10, 20, 5, 22, 7, 9, 30],
};

describe('summarizeTransactions', () => {
  it('counts repeat days, whatever the order of the rows', () => {
    const { columns } = summarizeTransactions(table, { calibrationEnd: '2024-01-29' });
    expect(columns).toEqual({
      customer_id: ['b', 'a'],
      frequency: Float64Array.of(0, 1),
      recency: Float64Array.of(0, 3),
      age: Float64Array.of(3, 4),
      monetary_value: Float64Array.of(0, 42),
    });
  });

  it('counts what it leaves out', () => {
    const early = summarizeTransactions(table, { calibrationEnd: '2024-01-29', holdoutEnd: '2024-02-12' });
    expect(early.columns.holdout_frequency).toEqual(Float64Array.of(0, 1));
    expect(early.columns.holdout_duration).toEqual(Float64Array.of(2, 2));
    expect(early).toMatchObject({ excluded: { returns: 0, afterTheEnd: 1 }, newcomers: 1 });
    const returned = { ...table, amount: table.amount.with(1, -20) };
    const { excluded, columns } = summarizeTransactions(returned, { returns: 'exclude', timeUnit: 'day' });
    expect(excluded.returns).toBe(1);
    expect(columns.monetary_value[1]).toBe((22 + 30) / 2);
  });

  it('names every row that is no purchase', () => {
    const wrong = {
      customer_id: ['a', '', 'a', 'b'],
      date: ['2024-01-01', '2024-01-01', '2024-02-30', '2024-01-01'],
      amount: [1, 1, 1, -5],
    };
    expect(() => summarizeTransactions(wrong)).toThrow(
      expect.objectContaining({
        faults: [
          expect.objectContaining({ row: 2, rule: 'no-customer' }),
          expect.objectContaining({ row: 3, rule: 'not-a-date', value: '2024-02-30' }),
          expect.objectContaining({ row: 4, rule: 'negative-amount' }),
        ],
      }),
    );
  });

  it('refuses a holdout that ends before it begins, and a table without rows', () => {
    expect(() =>
      summarizeTransactions(table, { calibrationEnd: '2024-02-01', holdoutEnd: '2024-01-01' }),
    ).toThrow('holdoutEnd must come after calibrationEnd');
    expect(() => summarizeTransactions({ customer_id: [], date: [], amount: [] })).toThrow('no transactions');
  });
});
