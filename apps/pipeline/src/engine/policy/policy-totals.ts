import type { OfferSummary, RunSummary, SegmentSummary } from '@clv/contracts';
import type { CheckedOffer } from '@clv/prescribe';

import type { Decided } from './prescribed-customers.js';

/** What a policy comes to, over all customers and by segment and offer. */
export type PolicyFigures = Pick<
  RunSummary,
  | 'customers'
  | 'total_potential_value'
  | 'baseline_retention_value'
  | 'intervention_rate'
  | 'mean_p_churn'
  | 'segments'
  | 'offers'
> & {
  /** What the recommended offers gain, and what they are expected to cost. */
  gain: number;
  spend: number;
};

/** Sums of one segment or one offer. */
interface Sums {
  customers: number;
  offered: number;
  pChurn: number;
  clv: number;
  baseline: number;
  cost: number;
  gain: number;
}

const nothing = (): Sums => ({
  customers: 0,
  offered: 0,
  pChurn: 0,
  clv: 0,
  baseline: 0,
  cost: 0,
  gain: 0,
});

/** The sums of every segment and of every offer, in their order; plain data. */
export interface PolicySums {
  bySegment: readonly Sums[];
  byOffer: readonly Sums[];
}

function addTo(sums: Sums, more: Sums): void {
  for (const key of Object.keys(sums) as (keyof Sums)[]) sums[key] += more[key];
}

/** Adds decided customers up, all at once or block after block. */
export class PolicyTotals {
  private readonly bySegment: Sums[];
  private readonly byOffer: Sums[];

  constructor(
    private readonly segmentNames: readonly string[],
    private readonly offers: readonly CheckedOffer[],
  ) {
    this.bySegment = segmentNames.map(nothing);
    this.byOffer = offers.map(nothing);
  }

  /** @param counts whether a customer is among those prescribed for (default: all are). */
  add({ segment, pChurn, clv, decision }: Decided, counts: (i: number) => boolean = () => true): void {
    const { values, choice } = decision;
    const width = this.offers.length;
    for (let i = 0; i < segment.length; i++) {
      if (!counts(i)) continue;
      const at = i * width + choice[i];
      for (const sums of [this.bySegment[segment[i]], this.byOffer[choice[i]]]) {
        sums.customers++;
        if (choice[i] > 0) sums.offered++;
        sums.pChurn += pChurn[i];
        sums.clv += clv[i];
        sums.baseline += values.value[i * width];
        sums.cost += values.cost[at];
        sums.gain += values.gain[at];
      }
    }
  }

  /** The sums so far, to be added to those of others. */
  sums(): PolicySums {
    return { bySegment: this.bySegment, byOffer: this.byOffer };
  }

  /** Adds what others have added up. */
  addSums({ bySegment, byOffer }: PolicySums): void {
    bySegment.forEach((sums, segment) => addTo(this.bySegment[segment], sums));
    byOffer.forEach((sums, offer) => addTo(this.byOffer[offer], sums));
  }

  figures(): PolicyFigures {
    const all = nothing();
    for (const sums of this.bySegment) addTo(all, sums);
    return {
      customers: all.customers,
      total_potential_value: all.clv,
      baseline_retention_value: all.baseline,
      intervention_rate: all.offered / Math.max(all.customers, 1),
      mean_p_churn: all.pChurn / Math.max(all.customers, 1),
      segments: this.bySegment.map((sums, segment) =>
        segmentSummary(sums, segment, this.segmentNames[segment]),
      ),
      offers: this.byOffer.map((sums, offer) => offerSummary(sums, this.offers[offer])),
      gain: all.gain,
      spend: all.cost,
    };
  }
}

function segmentSummary(sums: Sums, segment: number, label: string): SegmentSummary {
  const size = Math.max(sums.customers, 1);
  return {
    segment,
    label,
    customers: sums.customers,
    mean_p_churn: sums.pChurn / size,
    mean_clv: sums.clv / size,
    baseline: sums.baseline,
    optimized: sums.baseline + sums.gain,
    intervention_rate: sums.offered / size,
  };
}

const offerSummary = ({ customers, cost, gain }: Sums, { id, label }: CheckedOffer): OfferSummary => ({
  offer: id,
  label,
  customers,
  cost,
  expected_gain: gain,
});

/** What a policy comes to, of customers who are in memory all at once. */
export function policyFigures(customers: Decided): PolicyFigures {
  const totals = new PolicyTotals(customers.segmentNames, customers.decision.offers);
  totals.add(customers);
  return totals.figures();
}
