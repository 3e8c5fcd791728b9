import type { Customer } from './scenarios/scenario.js';

/** How customers can answer the strongest offer. */
export type Response = 'persuadable' | 'sure thing' | 'lost cause' | 'sleeping dog';

/** From this effect on the probability of staying, an offer is said to persuade. */
const persuades = 0.05;

/**
 * The true probability of leaving when an offer of this lift is made: it falls by
 * `lift * sensitivity * receptiveness`, except in sleeping dogs, whom being contacted drives away.
 */
export function leavingUnder(customer: Customer, lift: number): number {
  const { leaving, sensitivity, receptiveness, harm } = customer;
  if (harm > 0) return leaving + harm * (1 - leaving);
  return leaving * (1 - Math.min(0.95, lift * sensitivity * receptiveness));
}

/**
 * The customer's kind of response, from the effect of the strongest offer: below zero a sleeping dog, from five
 * points a persuadable; the others stay or leave whatever is offered.
 */
export function responseTo(customer: Customer, strongestLift: number): Response {
  if (customer.harm > 0) return 'sleeping dog';
  if (customer.leaving - leavingUnder(customer, strongestLift) >= persuades) return 'persuadable';
  return customer.leaving < 0.5 ? 'sure thing' : 'lost cause';
}
