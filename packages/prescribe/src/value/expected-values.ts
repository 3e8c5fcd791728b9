import { checkOffers } from '../offers/check.js';
import type { CheckedOffer, Offer } from '../offers/offer.js';
import { billedMonthsOf } from './billed-months.js';
import { checkInputs, responseOf, type CustomerInputs } from './inputs.js';

/** What each offer is expected to do for each customer. All matrices are row-major, customers x offers, in money. */
export interface ExpectedValues {
  customers: number;
  /** `none` is the first. */
  offers: readonly CheckedOffer[];
  /** The probability of staying. */
  pStay: Float64Array;
  /** What the offer is expected to cost. */
  cost: Float64Array;
  /** `pStay * clv - cost`. */
  value: Float64Array;
  /** The value less that of `none`. */
  gain: Float64Array;
}

/** Customers are priced in blocks that stay in the cache while each offer passes over them. */
const blockSize = 2048;

/**
 * The expected value of every offer for every customer:
 *
 *     value = pStay * clv - cost
 *     cost  = offer.cost + pStay * redemption * discount * price * billedMonths
 *
 * `none` is worth `(1 - pChurn) * clv` and costs nothing. A discount is paid to those who would have stayed
 * anyway too, and for as long as it runs. `pStay` follows the offer's response:
 * `sensitivity`: `1 - p + p * lift * sensitivity`; `uplift`: `1 - p + effect`; `column`: as given; each kept in [0, 1].
 *
 * @throws {InvalidInputError} with all faults of the offers, or all of the inputs.
 */
export function expectedValues(inputs: CustomerInputs, offers: readonly Offer[]): ExpectedValues {
  const checked = checkOffers(offers);
  checkInputs(inputs, checked);
  const customers = inputs.pChurn.length;
  const matrix = () => new Float64Array(customers * checked.length);
  const values = {
    customers,
    offers: checked,
    pStay: matrix(),
    cost: matrix(),
    value: matrix(),
    gain: matrix(),
  };
  repriceOffers(values, inputs, [...checked.keys()]);
  return values;
}

/** Prices the offers of the given numbers, rising; `none`, number 0, is among them or was priced before. */
export function repriceOffers(
  values: ExpectedValues,
  inputs: CustomerInputs,
  numbers: readonly number[],
): void {
  for (let from = 0; from < values.customers; from += blockSize) {
    const to = Math.min(from + blockSize, values.customers);
    for (const a of numbers) priceOffer(values, inputs, a, from, to);
  }
}

function priceOffer(
  values: ExpectedValues,
  inputs: CustomerInputs,
  a: number,
  from: number,
  to: number,
): void {
  const { pStay, cost, value, gain, offers } = values;
  const { clv, price } = inputs;
  const width = offers.length;
  const { months, stride, offset } = billedMonthsOf(inputs, offers, a);
  fillStay(values, inputs, a, from, to);
  for (let i = from; i < to; i++) {
    const at = i * width + a;
    const stay = pStay[at];
    const spent = expectedCost(offers[a], stay, price[i], months[i * stride + offset]);
    const worth = stay * clv[i] - spent;
    cost[at] = spent;
    value[at] = worth;
    gain[at] = worth - value[i * width];
  }
}

/** What an offer is expected to cost for a customer, by their probability of staying, their price and the months billed. */
export function expectedCost(
  { cost, redemption, discount }: CheckedOffer,
  stay: number,
  price: number,
  months: number,
): number {
  const share = redemption * discount;
  return cost + (share === 0 ? 0 : stay * share * price * months);
}

function fillStay(values: ExpectedValues, inputs: CustomerInputs, a: number, from: number, to: number): void {
  const { pStay, offers } = values;
  const { pChurn, sensitivity, effect } = inputs;
  const width = offers.length;
  const { lift } = offers[a];
  const response = a === 0 ? 'none' : responseOf(offers[a], inputs);
  for (let i = from; i < to; i++) {
    const at = i * width + a;
    const leave = pChurn[i];
    let stay = 1 - leave;
    if (response === 'sensitivity') stay += leave * lift * (sensitivity ? sensitivity[i] : 1);
    else if (response === 'uplift') stay += effect![at];
    else if (response === 'column') stay = inputs.pStay![at];
    pStay[at] = stay < 0 ? 0 : stay > 1 ? 1 : stay;
  }
}
