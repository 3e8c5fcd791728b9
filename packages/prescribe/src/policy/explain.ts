import { checkArgument, checkOptionNames, InvalidOptionError, shapes } from '@clv/contracts';
import { valuesShape } from '../argument-shapes.js';
import type { CheckedOffer } from '../offers/offer.js';
import type { Prescription } from './prescription.js';

/** Another offer that the customer could have had. */
export interface Alternative {
  offer: string;
  /** The expected gain over doing nothing, and what the offer is expected to cost. */
  gain: number;
  cost: number;
  /** What the customer's value would lose by it, compared with the recommended offer; negative where only the budget forbids it. */
  loss: number;
}

/** Why a customer gets what they get. */
export interface Explanation {
  offer: string;
  sentence: string;
  /** All other offers, the least loss first. */
  alternatives: Alternative[];
}

const { finite, listOf, numbers, record } = shapes;
const prescriptionShape = record({
  offers: listOf(record({ id: shapes.text })),
  values: valuesShape,
  choice: numbers,
  shadowPrice: finite,
});

/**
 * Tells in words why customer number `customer` (from 0) gets their offer, and what the others would do.
 *
 * @param options.currency an ISO 4217 code (default USD).
 * @throws {InvalidOptionError} where there is no such customer, for a currency that is no such code, or an option that there is not.
 */
export function explain(
  prescription: Pick<Prescription, 'offers' | 'values' | 'choice' | 'shadowPrice'> &
    Partial<Pick<Prescription, 'riskAversion'>>,
  customer: number,
  options: { currency?: string } = {},
): Explanation {
  checkArgument('prescription', prescription, prescriptionShape);
  checkOptionNames(options, { currency: true });
  const { currency = 'USD' } = options;
  const { offers, values, choice, shadowPrice } = prescription;
  checkArgument('prescription.offers.length', offers.length, shapes.exactly(values.offers.length));
  if (!Number.isInteger(customer) || choice[customer] === undefined) {
    const message = `customer must be a whole number from 0 to ${choice.length - 1}: ${String(customer)}`;
    throw new InvalidOptionError('customer', message);
  }
  const row = customer * offers.length;
  const chosen = choice[customer];
  if (!offers[chosen])
    throw new InvalidOptionError('prescription.choice', `prescription.choice has no offer ${String(chosen)}`);
  const money = moneyFormat(currency);
  const alternatives = offers
    .map((offer, a) => ({
      offer: offer.id,
      gain: values.gain[row + a],
      cost: values.cost[row + a],
      loss: values.gain[row + chosen] - values.gain[row + a],
    }))
    .filter((_, a) => a !== chosen)
    .sort((one, other) => one.loss - other.loss);
  const risk = 1 - values.pStay[row];
  const leaves = `${percent(risk)} likely to leave`;
  return { offer: offers[chosen].id, sentence: chosen > 0 ? whyOffer() : whyNone(), alternatives };

  function whyOffer(): string {
    const at = row + chosen;
    const wonBack = risk > 0 ? (values.pStay[at] - values.pStay[row]) / risk : 0;
    const effect = `${leaves}, the offer wins back ${percent(wonBack)} of that, costs ${money(values.cost[at])}`;
    return `${nameOf(offers[chosen])}: +${money(values.gain[at])} expected: ${effect}`;
  }

  function whyNone(): string {
    const best = alternatives.at(0);
    if (!best) return `no offer: ${leaves}; there is nothing to offer`;
    const name = nameOf(offers.find(({ id }) => id === best.offer)!);
    if (best.gain <= 0)
      return `no offer: ${leaves}; the best there is, ${name}, would lose ${money(0 - best.gain)}`;
    const isWorthIt = best.gain > shadowPrice * best.cost * (1 + 1e-9);
    const but = isWorthIt
      ? prescription.riskAversion
        ? 'it is not sure enough'
        : 'the limits leave no room for it'
      : `elsewhere each unit of money gains at least ${shadowPrice.toFixed(2)}`;
    return `no offer: ${leaves}; ${name} would gain ${money(best.gain)} for ${money(best.cost)}, but ${but}`;
  }
}

function nameOf({ label, discount, months }: CheckedOffer): string {
  if (discount === 0) return label;
  return `${Number((100 * discount).toFixed(1))}% for ${months} ${months === 1 ? 'month' : 'months'}`;
}

const percent = (share: number) => `${(100 * share).toFixed(0)}%`;

/** Whole units of money; cents where the amount is small. */
function moneyFormat(currency: string): (amount: number) => string {
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/i.test(currency))
    throw new InvalidOptionError(
      'currency',
      `currency must be an ISO 4217 code such as USD: ${String(currency)}`,
    );
  const format = (digits: number) =>
    new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const [whole, fine] = [format(0), format(2)];
  return (amount) => (Math.abs(amount) < 10 ? fine : whole).format(amount);
}
