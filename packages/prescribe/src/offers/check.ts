import { checkArgument, InvalidInputError, show, unknownName, type Fault } from '@clv/contracts';
import { aList, anObject } from '../argument-shapes.js';
import { greatestAmount, isTooGreat, tooGreat } from '../greatest-amount.js';
import type { CheckedOffer, Offer, Response } from './offer.js';

const responses: readonly Response[] = ['sensitivity', 'uplift', 'column'];

/** The range that each number of an offer must lie in. */
const ranges = {
  discount: [0, 1],
  months: [0, greatestAmount],
  cost: [0, greatestAmount],
  redemption: [0, 1],
  lift: [-1, 1],
} as const;

type Quantity = keyof typeof ranges;
const quantities = Object.keys(ranges) as Quantity[];
const known = ['id', 'label', 'response', ...quantities];

/** `none` costs nothing and changes nobody, so it may not say otherwise. */
const none: CheckedOffer = {
  id: 'none',
  label: 'No offer',
  discount: 0,
  months: 0,
  cost: 0,
  redemption: 1,
  lift: 0,
};

/**
 * The offers with their defaults filled in and `none` first (added where it is absent).
 *
 * @throws {InvalidInputError} with all faults: an offer without id or twice the same, a discount over 100%,
 *   an unknown key, `none` anywhere but first, or a `none` that costs something.
 */
export function checkOffers(offers: readonly Offer[]): CheckedOffer[] {
  checkArgument('offers', offers, aList);
  const faults = offers.flatMap((offer, at) => [...faultsOfOffer(offer, at), ...faultsOfId(offers, at)]);
  if (faults.length > 0) throw new InvalidInputError(faults);
  const checked = offers.map(complete);
  return checked[0]?.id === 'none' ? checked : [none, ...checked];
}

function complete(offer: Offer): CheckedOffer {
  if (offer.id === 'none') return { ...none, label: offer.label ?? none.label };
  return { label: offer.id, discount: 0, months: 12, cost: 0, redemption: 1, lift: 0, ...defined(offer) };
}

/** Leaves out what is explicitly undefined, so that it does not hide a default. */
function defined(offer: Offer): Offer {
  return Object.fromEntries(
    Object.entries(offer).filter(([, value]) => value !== undefined),
  ) as unknown as Offer;
}

function faultsOfId(offers: readonly Offer[], at: number): Fault[] {
  const id = offers[at]?.id;
  const path = `offers[${at}].id`;
  if (typeof id !== 'string' || id === '')
    return [{ rule: 'missing-id', message: `offer ${at + 1} has no id`, path, value: id }];
  const first = offers.findIndex((other) => other?.id === id);
  if (first < at)
    return [
      {
        rule: 'duplicate-id',
        message: `offer ${id} stands twice: offers ${first + 1} and ${at + 1}`,
        path,
        offer: id,
      },
    ];
  if (id === 'none' && at > 0)
    return [
      { rule: 'none-first', message: `offer none must stand first: it is number ${at + 1}`, path, offer: id },
    ];
  return [];
}

function faultsOfOffer(offer: Offer, at: number): Fault[] {
  const name = offer?.id ? `offer ${String(offer.id)}` : `offer ${at + 1}`;
  const fault = (rule: string, key: string, complaint: string, value: unknown): Fault => ({
    rule,
    message: `${name}: ${complaint}`,
    path: `offers[${at}].${key}`,
    offer: offer?.id,
    value,
  });
  const misshape = anObject(offer, `offers[${at}]`);
  if (misshape)
    return [{ rule: 'wrong-type', message: `${misshape.path} ${misshape.fault}`, path: misshape.path }];
  const faults: Fault[] = [];
  const { id, label, response } = offer;
  if (label !== undefined && typeof label !== 'string')
    faults.push(fault('wrong-type', 'label', `label must be text: ${String(label)}`, label));
  for (const key of Object.keys(offer))
    if (!known.includes(key)) faults.push(fault('unknown-key', key, unknownName('key', key, known), key));
  for (const key of quantities) {
    const value = offer[key];
    if (value === undefined) continue;
    const [least, most] = ranges[key];
    if (!Number.isFinite(value) || value < least || value > most) {
      const range =
        most < greatestAmount
          ? `a number in [${least}, ${most}]`
          : typeof value === 'number' && value > 0 && isTooGreat(value)
            ? tooGreat
            : 'a number of at least 0';
      faults.push(fault('out-of-range', key, `${key} must be ${range}: ${show(value)}`, value));
    } else if (id === 'none' && value !== 0 && (key === 'discount' || key === 'cost' || key === 'lift')) {
      faults.push(
        fault('none-is-free', key, `${key} must be 0, as none costs and changes nothing: ${value}`, value),
      );
    }
  }
  if (response !== undefined && !responses.includes(response))
    faults.push(
      fault('unknown-response', 'response', unknownName('response', String(response), responses), response),
    );
  return faults;
}
