import type { RunSummary } from '@clv/contracts';
import type { Customers } from './customers.js';
import type { Policy } from './policy.js';

/** What the customers in sight add up to, as `summary.json` says it of all. */
export type Figures = Pick<
  RunSummary,
  | 'customers'
  | 'total_potential_value'
  | 'baseline_retention_value'
  | 'optimized_retention_value'
  | 'net_gain'
  | 'roi'
  | 'offer_spend'
  | 'intervention_rate'
  | 'mean_p_churn'
  | 'segments'
  | 'offers'
>;

/** Adds up the given rows, or all where `rows` is null. */
export function figuresOf(customers: Customers, policy: Policy, rows: Uint32Array | null): Figures {
  const { segments, risk } = customers;
  const sums = segments.names.map(() => policy.offers.map(() => new Sums()));
  const count = rows ? rows.length : customers.count;
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i] : i;
    const sum = sums[segments.codes[row]][policy.choice[row]];
    sum.customers++;
    sum.risk += risk[row];
    sum.clv += policy.clv[row];
    sum.baseline += policy.baseline[row];
    sum.optimized += policy.optimized[row];
    sum.cost += policy.cost[row];
  }
  const none = policy.offers.findIndex((offer) => offer.id === 'none');
  const treated = (cells: Sums[]) => total(cells.filter((_, offer) => offer !== none)).customers;
  const all = total(sums.flat());
  const gain = all.optimized - all.baseline;
  return {
    customers: count,
    total_potential_value: all.clv,
    baseline_retention_value: all.baseline,
    optimized_retention_value: all.optimized,
    net_gain: gain,
    roi: all.cost > 0 ? gain / all.cost : null,
    offer_spend: all.cost,
    intervention_rate: rate(
      sums.reduce((sum, cells) => sum + treated(cells), 0),
      count,
    ),
    mean_p_churn: rate(all.risk, count),
    segments: segments.names.map((label, segment) => {
      const of = total(sums[segment]);
      return {
        segment,
        label,
        customers: of.customers,
        mean_p_churn: rate(of.risk, of.customers),
        mean_clv: rate(of.clv, of.customers),
        baseline: of.baseline,
        optimized: of.optimized,
        intervention_rate: rate(treated(sums[segment]), of.customers),
      };
    }),
    offers: policy.offers.map(({ id, label }, offer) => {
      const of = total(sums.map((cells) => cells[offer]));
      return {
        offer: id,
        label,
        customers: of.customers,
        cost: of.cost,
        expected_gain: of.optimized - of.baseline,
      };
    }),
  };
}

class Sums {
  customers = 0;
  risk = 0;
  clv = 0;
  baseline = 0;
  optimized = 0;
  cost = 0;
}

function total(cells: readonly Sums[]): Sums {
  const sum = new Sums();
  for (const cell of cells) for (const key of Object.keys(sum) as (keyof Sums)[]) sum[key] += cell[key];
  return sum;
}

const rate = (sum: number, count: number) => (count === 0 ? 0 : sum / count);
