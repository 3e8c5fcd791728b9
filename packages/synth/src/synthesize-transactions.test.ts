import { InvalidInputError } from '@clv/contracts';
import { synthesizeTransactions } from './synthesize-transactions.js';

const customers = 40_000;
const histories = (() => {
  const log = synthesizeTransactions({ customers, joiningWeeks: 1e-6, weeks: 78.000001 });
  const weeks = new Map<string, number[]>();
  const ids = log.array('customer_id') as string[];
  const week = log.array('week') as number[];
  ids.forEach((id, row) => weeks.set(id, [...(weeks.get(id) ?? []), week[row]]));
  return [...weeks.values()];
})();

/** How many repeat purchases each customer made within so many weeks of the first. */
const repeats = (within: number) =>
  histories.map((weeks) => weeks.filter((week) => week - weeks[0] <= within).length - 1);

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;
const deviation = (values: ArrayLike<number>) => {
  const middle = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - middle) ** 2)));
};

describe('synthesizeTransactions', () => {
  // E[X(t)] of the BG/NBD process at the CDNOW parameters, as published by Fader, Hardie and Lee.
  it.each([
    [1, 0.0532],
    [3, 0.1506],
    [32, 1.0437],
    [78, 1.858],
  ])(
    'makes on average as many repeat purchases in %d weeks as the process expects: %d',
    (weeks, expected) => {
      const counts = repeats(weeks);
      expect(Math.abs(mean(counts) - expected)).toBeLessThan((4 * deviation(counts)) / Math.sqrt(customers));
    },
  );

  it('leaves as many without a repeat purchase in 39 weeks as the process expects: .5737864', () => {
    const share = mean(repeats(39).map((count) => (count === 0 ? 1 : 0)));
    expect(Math.abs(share - 0.5737864)).toBeLessThan(4 * Math.sqrt((0.574 * 0.426) / customers));
  });

  it("has amounts whose mean is the gamma-gamma's, p v / (q - 1), and spread over customers as it says", () => {
    const spend = { p: 6, q: 8, v: 20 };
    const log = synthesizeTransactions({ customers: 20_000, spend, truth: true });
    const firsts = log.groupby('customer_id').slice(0, 1).ungroup();
    const means = firsts.array('true_mean_amount') as number[];
    const amounts = firsts.array('amount') as number[];
    const expected = (spend.p * spend.v) / (spend.q - 1);
    expect(Math.abs(mean(amounts) - expected)).toBeLessThan((4 * deviation(amounts)) / Math.sqrt(20_000));
    // An inverse gamma: its deviation is its mean over the root of q - 2.
    expect(deviation(means) / (expected / Math.sqrt(spend.q - 2))).toBeCloseTo(1, 1);
  });

  it('tells each customer who bought the rate and the dropout they were drawn with, as spread as asked', () => {
    const purchases = { r: 2, alpha: 4, a: 3, b: 5 };
    const log = synthesizeTransactions({ customers: 20_000, purchases, truth: true });
    const firsts = log.groupby('customer_id').slice(0, 1).ungroup();
    expect(firsts.numRows()).toBe(20_000);
    const rates = firsts.array('true_purchase_rate') as number[];
    const dropouts = firsts.array('true_dropout') as number[];
    // Of a gamma: r / alpha, and the root of r over alpha; of a beta: a / (a + b), and what follows from it.
    expect(mean(rates)).toBeCloseTo(0.5, 1);
    expect(deviation(rates)).toBeCloseTo(Math.sqrt(2) / 4, 1);
    expect(mean(dropouts)).toBeCloseTo(3 / 8, 1);
    expect(deviation(dropouts)).toBeCloseTo(Math.sqrt(15 / 64 / 9), 1);
  });

  it('knows no customer who buys more than a thousand times a week', () => {
    const purchases = { r: 4_004, alpha: 4, a: 1, b: 1 };
    expect(() => synthesizeTransactions({ customers: 1, purchases })).toThrow(
      'purchases.r / purchases.alpha must',
    );
    expect(() =>
      synthesizeTransactions({ customers: 1, purchases: { ...purchases, r: 0.3, alpha: 1 / 3_000 } }),
    ).not.toThrow();
  });

  it('gives the same first customers however many are asked for, by customer and time, without the truth', () => {
    const small = synthesizeTransactions({ customers: 100 });
    const large = synthesizeTransactions({ customers: 200 });
    expect(small.columnNames()).toEqual(['customer_id', 'date', 'week', 'amount']);
    expect(JSON.stringify(large.objects({ limit: small.numRows() }))).toBe(JSON.stringify(small.objects()));
    const rows = small.objects() as { customer_id: string; week: number; date: string }[];
    expect(
      rows.slice(1).filter((row, i) => row.customer_id === rows[i].customer_id && row.week < rows[i].week),
    ).toEqual([]);
    expect(
      rows.every(({ date, week }) => Date.parse(date) <= Date.parse('2024-01-01') + week * 6.048e8),
    ).toBe(true);
  });

  it('takes undefined for a default, and no date that does not exist for the start', () => {
    const few = { customers: 3, seed: 5 };
    expect(synthesizeTransactions({ ...few, weeks: undefined, spend: undefined }).objects()).toEqual(
      synthesizeTransactions(few).objects(),
    );
    expect(() => synthesizeTransactions({ start: '2024-02-30' })).toThrow(
      'start must be a date such as 2024-01-31: 2024-02-30',
    );
  });

  it('names every option at fault', () => {
    const make = () =>
      synthesizeTransactions({
        ...{ customers: 0, weeks: -1, start: 'soon' },
        ...{ purchases: { r: 0, alpha: 1, a: NaN, b: 1 }, spend: { p: 1, q: 1, v: 1 } },
      });
    expect(make).toThrow(InvalidInputError);
    try {
      make();
    } catch (error) {
      expect((error as InvalidInputError).faults.map(({ path }) => path)).toEqual([
        ...['customers', 'weeks', 'start', 'purchases.r', 'purchases.a', 'spend.q'],
      ]);
    }
  });
});
