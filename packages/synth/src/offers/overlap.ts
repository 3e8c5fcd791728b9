import { InvalidInputError, type Fault } from '@clv/contracts';
import { readNumbers, readText, type TableLike } from '@clv/table';
import { experimentRoles } from './experiment-roles.js';

/** How well one offer was tried on all kinds of customers. */
export interface OfferOverlap {
  offer: string;
  /** How many got it. */
  customers: number;
  share: number;
  /** The smallest, median and largest chance with which those who got it got it. */
  smallest: number;
  median: number;
  largest: number;
  /** Of those who got it, the share whose chance was below 5%: few like them are there to compare with. */
  rare: number;
  /** How many customers by lot would tell as much: `(sum of w)^2 / sum of w^2` with `w = 1 / propensity` (Kish 1965). */
  effectiveCustomers: number;
}

/**
 * Whether a campaign's log can tell what each offer does: for each, how likely those who got it were to get it.
 *
 * @param log with columns `offer` and `propensity`, the chance of the offer that was given.
 * @throws UnknownColumnError where one is missing; InvalidInputError with every propensity outside (0, 1].
 */
export function reportOverlap(log: TableLike): OfferOverlap[] {
  const offers = readText(log, experimentRoles.offer);
  const propensities = readNumbers(log, experimentRoles.propensity);
  const faults = [...propensities].flatMap((value, row) =>
    value > 0 && value <= 1 ? [] : outOfRange(value, row),
  );
  if (faults.length > 0) throw new InvalidInputError(faults);
  const byOffer = new Map<string, number[]>();
  offers.forEach((offer, row) => {
    const own = byOffer.get(offer) ?? [];
    own.push(propensities[row]);
    byOffer.set(offer, own);
  });
  return [...byOffer.keys()].sort().map((offer) => overlapOf(offer, byOffer.get(offer)!, offers.length));
}

function overlapOf(offer: string, propensities: number[], everyone: number): OfferOverlap {
  const sorted = Float64Array.from(propensities).sort();
  const customers = sorted.length;
  let sum = 0;
  let squares = 0;
  for (const propensity of sorted) {
    sum += 1 / propensity;
    squares += 1 / propensity ** 2;
  }
  return {
    offer,
    customers,
    share: customers / everyone,
    smallest: sorted[0],
    median: (sorted[(customers - 1) >> 1] + sorted[customers >> 1]) / 2,
    largest: sorted[customers - 1],
    rare: sorted.filter((propensity) => propensity < 0.05).length / customers,
    effectiveCustomers: sum ** 2 / squares,
  };
}

function outOfRange(value: number, index: number): Fault {
  const [column, row] = [experimentRoles.propensity, index + 1];
  return {
    rule: 'out-of-range',
    column,
    row,
    value,
    message: `row ${row}, ${column}: must lie in (0, 1]: ${value}`,
  };
}
