import { randomSource } from '@clv/contracts';

/** A small customer table with a real pattern in it: who pays month by month and calls often, leaves. */
export function customerRows(count: number, seed = 1): Record<string, string>[] {
  const next = randomSource(seed);
  return Array.from({ length: count }, (_, i) => {
    const tenure = Math.floor(next() * 60);
    const monthly = next() < 0.5;
    const calls = Math.floor(next() * 6);
    const risk = 1 / (1 + Math.exp(2 - 1.6 * Number(monthly) - 0.5 * calls + 0.04 * tenure));
    return {
      customer: `K-${i + 1}`,
      contract: monthly ? 'monthly' : 'yearly',
      months: String(tenure),
      charge: (20 + 80 * next()).toFixed(2),
      calls: String(calls),
      left: next() < risk ? 'Yes' : 'No',
    };
  });
}

/** Rows as CSV text; the header comes from the first row. */
export function csv(rows: readonly Record<string, string>[], separator = ','): string {
  const names = Object.keys(rows[0] ?? {});
  return [names, ...rows.map((row) => names.map((name) => row[name]))]
    .map((cells) => `${cells.join(separator)}\n`)
    .join('');
}

/** A config for `customerRows`. */
export const customerConfig = {
  roles: { id: 'customer', label: 'left', price: 'charge', margin_rate: 0.5, tenure: 'months' },
};
