import { InvalidInputError, type Fault } from '@clv/contracts';
import { defaultOffers, type SynthOffer } from './offers.js';
import { findScenario } from './scenarios/index.js';
import type { Scenario } from './scenarios/scenario.js';

export interface SynthesizeOptions {
  /** How many customers, 1 to 1,000,000,000 (default 10,000). */
  customers?: number;
  /** A whole number: the same seed gives the same customers (default 42). */
  seed?: number;
  /** The kind of business, one of `scenarioNames` (default `telco`). */
  scenario?: string;
  /** Whether the table tells what nobody can know, in `true_*` columns (default false). */
  truth?: boolean;
  /** What can be offered; `none` is always among them (default `defaultOffers`). */
  offers?: readonly SynthOffer[];
}

export interface Plan {
  customers: number;
  seed: number;
  scenario: Scenario;
  truth: boolean;
  offers: readonly SynthOffer[];
}

const mostCustomers = 1e9;

/** @throws InvalidInputError that lists every option at fault. */
export function planOf(options: SynthesizeOptions): Plan {
  const {
    customers = 10_000,
    seed = 42,
    scenario = 'telco',
    truth = false,
    offers = defaultOffers,
  } = options;
  const faults: Fault[] = [];
  const refuse = (path: string, rule: string, value: unknown, message: string) =>
    faults.push({ path, rule, value, message: `${message}: ${String(value)}` });

  if (!Number.isInteger(customers) || customers < 1 || customers > mostCustomers)
    refuse(
      'customers',
      'out-of-range',
      customers,
      'customers must be a whole number from 1 to 1,000,000,000',
    );
  if (!Number.isSafeInteger(seed)) refuse('seed', 'out-of-range', seed, 'seed must be a whole number');
  const found = findScenario(scenario);
  if ('rule' in found) faults.push(found);
  const ids = new Set<string>();
  offers.forEach((offer, i) => {
    if (!offer.id) refuse(`offers[${i}].id`, 'missing', offer.id, 'an offer needs an id');
    if (ids.has(offer.id)) refuse(`offers[${i}].id`, 'duplicate', offer.id, 'two offers have the same id');
    ids.add(offer.id);
    for (const share of ['discount', 'lift'] as const) {
      const value = offer[share] ?? 0;
      if (!(value >= 0 && value <= 1))
        refuse(`offers[${i}].${share}`, 'out-of-range', value, `${share} of ${offer.id} must lie in [0, 1]`);
    }
  });
  if (faults.length > 0 || 'rule' in found) throw new InvalidInputError(faults);

  const all = ids.has('none') ? offers : [{ id: 'none' }, ...offers];
  return { customers, seed, scenario: found, truth, offers: all };
}
