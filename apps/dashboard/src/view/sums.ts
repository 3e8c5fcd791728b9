import type { Customers } from '../run/customers.js';
import type { Figures } from './figures.js';
import type { Policy } from '../run/policy.js';

/** What is counted of each customer, in the order in which it is kept. */
const kept = { customers: 0, risk: 1, clv: 2, baseline: 3, optimized: 4, cost: 5 } as const;
const width = Object.keys(kept).length;

type Total = Record<keyof typeof kept, number>;

/** Customers counted by segment and offer, from which all figures follow. */
export class Sums {
  readonly cells: Float64Array;
  private readonly segment: Int32Array;
  private readonly risk: Float64Array;
  private readonly choice: Policy['choice'];
  private readonly clv: Float64Array;
  private readonly baseline: Float64Array;
  private readonly optimized: Float64Array;
  private readonly cost: Float64Array;
  private readonly offers: number;

  constructor(
    readonly customers: Customers,
    readonly policy: Policy,
  ) {
    this.segment = customers.segments.codes;
    this.risk = customers.risk;
    ({
      choice: this.choice,
      clv: this.clv,
      baseline: this.baseline,
      optimized: this.optimized,
      cost: this.cost,
    } = policy);
    this.offers = policy.offers.length;
    this.cells = new Float64Array(customers.segments.names.length * this.offers * width);
  }

  add(row: number): void {
    const { cells } = this;
    const cell = (this.segment[row] * this.offers + this.choice[row]) * width;
    cells[cell]++;
    cells[cell + kept.risk] += this.risk[row];
    cells[cell + kept.clv] += this.clv[row];
    cells[cell + kept.baseline] += this.baseline[row];
    cells[cell + kept.optimized] += this.optimized[row];
    cells[cell + kept.cost] += this.cost[row];
  }
}

/** What groups of customers under one policy come to together. */
export function figuresOf(...groups: [Sums, ...Sums[]]): Figures {
  const [{ policy, customers }] = groups;
  const { offers } = policy;
  const segments = customers.segments.names;
  const none = offers.findIndex((offer) => offer.id === 'none');
  const total = (counts: (segment: number, offer: number) => boolean) =>
    totalOf(groups, offers.length, counts);
  const all = total(() => true);
  const gain = all.optimized - all.baseline;
  const treated = (segment?: number) =>
    total((s, o) => o !== none && (segment === undefined || s === segment)).customers;
  return {
    customers: all.customers,
    total_potential_value: all.clv,
    baseline_retention_value: all.baseline,
    optimized_retention_value: all.optimized,
    net_gain: gain,
    roi: all.cost > 0 ? gain / all.cost : null,
    offer_spend: all.cost,
    intervention_rate: rate(treated(), all.customers),
    mean_p_churn: rate(all.risk, all.customers),
    segments: segments.map((label, segment) => {
      const own = total((s) => s === segment);
      return {
        segment,
        label,
        customers: own.customers,
        mean_p_churn: rate(own.risk, own.customers),
        mean_clv: rate(own.clv, own.customers),
        baseline: own.baseline,
        optimized: own.optimized,
        intervention_rate: rate(treated(segment), own.customers),
      };
    }),
    offers: offers.map(({ id, label }, offer) => {
      const own = total((_, o) => o === offer);
      return {
        offer: id,
        label,
        customers: own.customers,
        cost: own.cost,
        expected_gain: own.optimized - own.baseline,
      };
    }),
  };
}

function totalOf(
  groups: readonly Sums[],
  offers: number,
  counts: (segment: number, offer: number) => boolean,
): Total {
  const { weight } = groups[0].customers;
  const total: Total = { customers: 0, risk: 0, clv: 0, baseline: 0, optimized: 0, cost: 0 };
  for (const { cells } of groups)
    for (let cell = 0; cell < cells.length / width; cell++) {
      if (!counts(Math.floor(cell / offers), cell % offers)) continue;
      for (const [name, place] of Object.entries(kept))
        total[name as keyof Total] += cells[cell * width + place] * weight;
    }
  return total;
}

const rate = (sum: number, count: number) => (count === 0 ? 0 : sum / count);
