import type { RiskBin } from '@clv/charts';
import type { Customers } from '../run/customers.js';
import type { Figures } from './figures.js';
import type { Filter } from './filter.js';
import type { Policy } from '../run/policy.js';
import { RiskBins } from './risk-bins.js';
import { Sums, figuresOf } from './sums.js';

/**
 * What a filter leaves. A chart that filters by something shows that thing of everyone whom the other filters leave,
 * so that what was not picked can still be picked.
 */
export interface CrossFiltered {
  /** The rows that pass every filter, in order. */
  rows: Uint32Array;
  figures: Figures;
  /** For charts of segments: what the filters on offers and risk leave. */
  bySegment: Figures;
  /** For charts of offers: what the filters on segments and risk leave. */
  byOffer: Figures;
  /** For charts of risk: what the filters on segments and offers leave. */
  byRisk: RiskBin[];
}

const outOfSegments = 1;
const outOfOffers = 2;
const outOfRisk = 4;

/** Filters and adds up in a single pass over the customers. */
export function crossFilter(customers: Customers, policy: Policy, filter: Filter): CrossFiltered {
  const offSegment = missing(customers.segments.names, filter.segments, outOfSegments);
  const offOffer = missing(
    policy.offers.map(({ id }) => id),
    filter.offers,
    outOfOffers,
  );
  const [low, high] = filter.risk ?? [-Infinity, Infinity];
  const [within, outOfSegmentsOnly, outOfOffersOnly] = [0, 1, 2].map(() => new Sums(customers, policy));
  const byRisk = new RiskBins(customers.weight);
  const rows = new Uint32Array(customers.count);
  const { risk } = customers;
  const { codes } = customers.segments;
  const { choice, clv } = policy;
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    const chance = risk[row];
    const out =
      offSegment[codes[row]] | offOffer[choice[row]] | (chance < low || chance > high ? outOfRisk : 0);
    if (out === 0) {
      rows[count++] = row;
      within.add(row);
    } else if (out === outOfSegments) outOfSegmentsOnly.add(row);
    else if (out === outOfOffers) outOfOffersOnly.add(row);
    if ((out & ~outOfRisk) === 0) byRisk.add(chance, clv[row]);
  }
  return {
    rows: rows.subarray(0, count),
    figures: figuresOf(within),
    bySegment: figuresOf(within, outOfSegmentsOnly),
    byOffer: figuresOf(within, outOfOffersOnly),
    byRisk: byRisk.bins(),
  };
}

/** For each name, the given bit where it is not asked for; nothing asked for leaves all in. */
const missing = (names: readonly string[], asked: readonly string[], bit: number) =>
  Uint8Array.from(names, (name) => (asked.length === 0 || asked.includes(name) ? 0 : bit));
