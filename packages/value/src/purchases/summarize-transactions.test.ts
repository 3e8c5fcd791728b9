import type { InvalidInputError } from '@clv/contracts';
import { summarizeTransactions } from './summarize-transactions.js';

const table = {
  customer_id: ['b', 'a', 'a', 'a', 'b', 'c', 'a'],
  date: ['2024-01-08', '2024-01-22', '2024-01-01', '2024-01-22', '2024-02-20', '2024-02-10', '2024-02-12'],
  amount: [10, 20, 5, 22, 7, 9, 30],
};

/** Row and column of every fault, in order. */
function faultsOf(purchases: Parameters<typeof summarizeTransactions>[0]) {
  try {
    summarizeTransactions(purchases);
  } catch (error) {
    const { faults } = error as InvalidInputError;
    return faults.map(({ row, column }) => `${row} ${column}`).sort();
  }
  return [];
}

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
    expect(early.rows).toEqual({ read: 7, counted: 5, returns: 0, afterTheEnd: 1, ofNewcomers: 1 });
    const returned = { ...table, amount: table.amount.with(1, -20) };
    const { rows, columns } = summarizeTransactions(returned, { returns: 'exclude', timeUnit: 'day' });
    expect(rows).toEqual({ read: 7, counted: 6, returns: 1, afterTheEnd: 0, ofNewcomers: 0 });
    expect(columns.monetary_value[1]).toBe((22 + 30) / 2);
    expect(() => summarizeTransactions(returned, { returns: 'exlude' as 'exclude' })).toThrow(
      'returns must be refuse or exclude: "exlude"',
    );
  });

  it('names every row that is not a purchase: 12 of 12 planted faults', () => {
    const wrong = {
      customer_id: ['a', '', 'a', 'b', 'c', ' ', 'd', 'e', '', 'f'],
      date: [
        'x',
        '2024-01-01',
        '2024-02-30',
        '2024-01-01',
        null,
        '2024-01-01',
        '',
        '2024-01-01',
        '01/02/2024',
        '2024-01-01',
      ],
      amount: [1, 1, 1, 'free', 5, 'x', 3, '', '7,5 EUR', '4'],
    };
    const planted = [
      '1 date',
      '2 customer_id',
      '3 date',
      '4 amount',
      '5 date',
      '6 customer_id',
      '6 amount',
      '7 date',
      '8 amount',
      '9 customer_id',
      '9 date',
      '9 amount',
    ];
    expect(faultsOf(wrong)).toEqual(planted.sort());
  });

  it('names amounts below 0', () => {
    expect(faultsOf({ ...table, amount: [1, -1, 1, 1, 1, 1, -2] })).toEqual(['2 amount', '7 amount']);
  });

  it('refuses a holdout that ends before it begins, and a table without rows', () => {
    expect(() =>
      summarizeTransactions(table, { calibrationEnd: '2024-02-01', holdoutEnd: '2024-01-01' }),
    ).toThrow('holdoutEnd must come after calibrationEnd');
    expect(() => summarizeTransactions({ customer_id: [], date: [], amount: [] })).toThrow('no transactions');
  });
});
