import type { Customer } from '../scenarios/scenario.js';
import type { Treatment } from './offers.js';

/** How customers can answer the strongest offer. */
export type Response = (typeof responses)[number];

export const responses = ['persuadable', 'sure thing', 'lost cause', 'sleeping dog'] as const;

const [persuadable, sureThing, lostCause, sleepingDog] = responses.keys();

/** From this effect on the probability of staying, an offer is said to persuade. */
const persuades = 0.05;

/**
 * The true probability of leaving under an offer: it falls by `lift * sensitivity * receptiveness`, except in sleeping
 * dogs, whom being contacted drives away.
 */
export function leavingUnder(customer: Customer, { contact, lift }: Treatment): number {
  const { leaving, sensitivity, receptiveness, harm } = customer;
  if (!contact) return leaving;
  if (harm > 0) return leaving + harm * (1 - leaving);
  return leaving * (1 - Math.min(0.95, lift * sensitivity * receptiveness));
}

/**
 * The place among `responses` of the customer's kind, from the effect of the strongest offer: below zero a sleeping dog, from five
 * points a persuadable; the others stay or leave whatever is offered.
 */
export function responseTo(customer: Customer, strongest: Treatment): number {
  const effect = customer.leaving - leavingUnder(customer, strongest);
  if (effect < 0) return sleepingDog;
  if (effect >= persuades) return persuadable;
  return customer.leaving < 0.5 ? sureThing : lostCause;
}
