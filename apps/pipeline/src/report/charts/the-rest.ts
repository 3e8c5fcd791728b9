import type { OfferSummary, SegmentSummary } from '@clv/contracts';

import type { Telling } from '../../privacy/telling-of.js';

/** The segments that are told of, and the others together, so that shares are of all customers. */
export function segmentsAndRest(
  segments: readonly SegmentSummary[],
  told: readonly Telling[],
): SegmentSummary[] {
  const rest = segments.filter((_, s) => told[s] !== 'number');
  const customers = sumOf(rest, (each) => each.customers);
  const mean = (of: (segment: SegmentSummary) => number) =>
    sumOf(rest, (each) => each.customers * of(each)) / customers;
  return [
    ...segments.filter((_, s) => told[s] === 'number'),
    ...(customers === 0
      ? []
      : [
          {
            segment: segments.length,
            label: 'Smaller segments',
            customers,
            mean_p_churn: mean((each) => each.mean_p_churn),
            mean_clv: mean((each) => each.mean_clv),
            baseline: sumOf(rest, (each) => each.baseline),
            optimized: sumOf(rest, (each) => each.optimized),
            intervention_rate: mean((each) => each.intervention_rate),
          },
        ]),
  ];
}

/** The same of offers. */
export function offersAndRest(offers: readonly OfferSummary[], told: readonly Telling[]): OfferSummary[] {
  const rest = offers.filter((_, o) => told[o] !== 'number');
  const customers = sumOf(rest, (each) => each.customers);
  return [
    ...offers.filter((_, o) => told[o] === 'number'),
    ...(customers === 0
      ? []
      : [
          {
            offer: 'the rest',
            label: 'Rarer offers',
            customers,
            cost: sumOf(rest, ({ cost }) => cost),
            expected_gain: sumOf(rest, (each) => each.expected_gain),
          },
        ]),
  ];
}

const sumOf = <T>(items: readonly T[], value: (item: T) => number) =>
  items.reduce((sum, item) => sum + value(item), 0);
