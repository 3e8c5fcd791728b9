import type { Customers } from './customers.js';
import type { Figures } from './figures.js';
import type { Policy } from './policy.js';

/** What is counted of each customer, in the order in which it is kept. */
const kept = { customers: 0, risk: 1, clv: 2, baseline: 3, optimized: 4, cost: 5 } as const;
const width = Object.keys(kept).length;

type Total = Record<keyof typeof kept, number>;

/** Customers counted by segment and offer, from which all figures follow. */
export class Sums {
  private readonly cells: Float64Array;

  constructor(
    private readonly customers: Customers,
    private readonly policy: Policy,
  ) {
    this.cells = new Float64Array(customers.segments.names.length * policy.offers.length * width);
  }

  add(row: number): void {
    const { customers, policy, cells } = this;
    const cell = (customers.segments.codes[row] * policy.offers.length + policy.choice[row]) * width;
    cells[cell]++;
    cells[cell + kept.risk] += customers.risk[row];
    cells[cell + kept.clv] += policy.clv[row];
    cells[cell + kept.baseline] += policy.baseline[row];
    cells[cell + kept.optimized] += policy.optimized[row];
    cells[cell + kept.cost] += policy.cost[row];
  }

  figures(): Figures {
    const { offers } = this.policy;
    const segments = this.customers.segments.names;
    const none = offers.findIndex((offer) => offer.id === 'none');
    const all = this.total(() => true);
    const gain = all.optimized - all.baseline;
    const treated = (segment?: number) =>
      this.total((s, o) => o !== none && (segment === undefined || s === segment)).customers;
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
        const own = this.total((s) => s === segment);
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
        const own = this.total((_, o) => o === offer);
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

  private total(counts: (segment: number, offer: number) => boolean): Total {
    const total: Total = { customers: 0, risk: 0, clv: 0, baseline: 0, optimized: 0, cost: 0 };
    const offers = this.policy.offers.length;
    for (let cell = 0; cell < this.cells.length / width; cell++) {
      if (!counts(Math.floor(cell / offers), cell % offers)) continue;
      for (const [name, place] of Object.entries(kept))
        total[name as keyof Total] += this.cells[cell * width + place];
    }
    return total;
  }
}

const rate = (sum: number, count: number) => (count === 0 ? 0 : sum / count);
