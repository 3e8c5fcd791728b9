import type { CheckedOffer } from '@clv/prescribe';

/** What an offer of a run changes: recovered from the value that the run expected under it. */
interface KnownEffect {
  /** The change of each customer's probability of staying. */
  effect: Float64Array;
  /** The lift that the run stated for the offer. */
  lift: number;
}

/** The columns of a run from which an offer's effect follows. */
export interface EffectInputs {
  pChurn: Float64Array;
  clv: Float64Array;
  price: Float64Array;
  sensitivity?: Float64Array;
  /** The expected value of every offer that the results tell, by its id. */
  values: Readonly<Record<string, Float64Array>>;
}

/** A share of the value, below which what an offer leaves of it says nothing of who stays. */
const tooLittle = 1e-9;

/**
 * What offers change, as the run had it, whether that was stated or learned from an experiment: its expected value is
 * `pStay * (clv - what the discount costs one who stays) - cost`. An offer that the run does not know follows its lift.
 */
export class OfferEffects {
  private readonly known = new Map<string, KnownEffect>();

  /** @param billedMonths the run's own, of an offer. */
  constructor(
    inputs: EffectInputs,
    offers: readonly CheckedOffer[],
    billedMonths: (offer: CheckedOffer) => Float64Array,
  ) {
    for (const offer of offers) {
      if (offer.id === 'none' || !Object.hasOwn(inputs.values, offer.id)) continue;
      this.known.set(offer.id, { effect: recover(inputs, offer, billedMonths(offer)), lift: offer.lift });
    }
  }

  /** The offer, answered as the run had it; where its lift was 0 there, another one counts as stated. */
  answered(offer: CheckedOffer): CheckedOffer {
    return { ...offer, response: this.scaleOf(offer) === undefined ? 'sensitivity' : 'uplift' };
  }

  /** Writes the effects of offers into a matrix of customers x offers; another lift changes all in proportion. */
  fill(matrix: Float64Array, offers: readonly CheckedOffer[]): void {
    offers.forEach((_, column) => this.fillColumn(matrix, offers, column));
  }

  /** The same where the matrix holds the effects of the same offers as they were before. */
  refill(matrix: Float64Array, offers: readonly CheckedOffer[], before: readonly CheckedOffer[]): void {
    offers.forEach((offer, column) => {
      if (this.scaleOf(offer) !== this.scaleOf(before[column])) this.fillColumn(matrix, offers, column);
    });
  }

  private fillColumn(matrix: Float64Array, offers: readonly CheckedOffer[], column: number): void {
    const scale = this.scaleOf(offers[column]);
    if (scale === undefined) return;
    const { effect } = this.known.get(offers[column].id)!;
    for (let i = 0, at = column; i < effect.length; i++, at += offers.length) {
      const scaled = scale * effect[i];
      matrix[at] = scaled < -1 ? -1 : scaled > 1 ? 1 : scaled;
    }
  }

  private scaleOf({ id, lift }: CheckedOffer): number | undefined {
    const known = this.known.get(id);
    if (!known || lift === known.lift) return known && 1;
    return known.lift > 0 ? lift / known.lift : undefined;
  }
}

/**
 * How many months a run billed an offer whose effect was stated, by what it left of each customer's value; undefined where no
 * discount was billed.
 */
export function monthsBilled(
  { pChurn, clv, price, sensitivity, values }: EffectInputs,
  { id, redemption, discount, cost, lift }: CheckedOffer,
): Float64Array | undefined {
  const billed = redemption * discount;
  if (!(billed > 0) || !Object.hasOwn(values, id)) return undefined;
  return pChurn.map((leave, i) => {
    const stay = 1 - leave + leave * lift * (sensitivity?.[i] ?? 1);
    return (clv[i] - (values[id][i] + cost) / stay) / (billed * price[i]);
  });
}

/** Where an offer leaves nothing of a customer's value, that value tells nothing, and the stated lift counts. */
function recover(
  { pChurn, clv, price, sensitivity, values }: EffectInputs,
  { id, redemption, discount, cost, lift }: CheckedOffer,
  billedMonths: Float64Array,
): Float64Array {
  return pChurn.map((leave, i) => {
    const left = clv[i] - redemption * discount * price[i] * billedMonths[i];
    return Math.abs(left) > tooLittle * clv[i]
      ? within((values[id][i] + cost) / left - (1 - leave), -1, 1)
      : leave * lift * (sensitivity?.[i] ?? 1);
  });
}

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
