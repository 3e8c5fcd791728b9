import { randomSource } from '@clv/contracts';
import type { Column, Customer, DrawnColumns, Scenario } from '../scenarios/scenario.js';
import { strongestOf, treatmentOf, type SynthOffer } from './offers.js';

/** Gives a customer an offer, writes which and with what chance, and returns its place among the plan's offers. */
export type Assign = (columns: DrawnColumns, row: number, customer: Customer) => number;

/** How offers are given out in an experiment. */
export interface Campaign {
  assignment: 'random' | 'confounded';
  /** The share of customers that each of the plan's offers goes to. */
  propensities: readonly number[];
}

/** What the customers are drawn from. */
interface Drawing {
  scenario: Scenario;
  offers: readonly SynthOffer[];
  seed: number;
}

/** Offers are drawn from a stream of their own, so that customers are the same with and without a campaign. */
export function assignOffers({ offers, scenario, seed }: Drawing, campaign: Campaign, block: number): Assign {
  const { assignment, propensities } = campaign;
  const { tenure } = scenario.roles;
  const random = randomSource(seed, ~block);
  const treatments = offers.map(treatmentOf);
  const strongest = strongestOf(treatments).lift || 1;
  const chances = new Float64Array(offers.length);
  return (columns, row, customer) => {
    const months = tenure === undefined ? 0 : Number((columns[tenure] as Column)[row]);
    const tilt = assignment === 'random' ? 0 : targeting(customer.sensitivity, months >= 0 ? months : 0);
    let total = 0;
    for (let a = 0; a < chances.length; a++)
      total += chances[a] = propensities[a] * Math.exp((tilt * treatments[a].lift) / strongest);
    let rest = random() * total;
    let chosen = 0;
    while (chosen < chances.length - 1 && (rest -= chances[chosen]) >= 0) chosen++;
    (columns.offer as string[])[row] = offers[chosen].id;
    (columns.propensity as Float64Array)[row] = chances[chosen] / total;
    return chosen;
  };
}

/** How much rather this customer was chosen, as log-odds: from -2.2 to 2.2. */
const targeting = (sensitivity: number, tenure: number) =>
  3 * (sensitivity - 0.5) + 0.7 * Math.max(-1, 1 - tenure / 24);
