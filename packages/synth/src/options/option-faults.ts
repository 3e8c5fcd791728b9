import { misspeltName, unknownName, type Fault } from '@clv/contracts';
import { parseDate } from '@clv/table';
import type { SynthOffer } from '../offers/offers.js';
import type { ExperimentOptions } from './experiment-options.js';

/** A fault whose message ends in the value that is at fault. */
function fault(path: string, rule: string, value: unknown, message: string): Fault {
  return { path, rule, value, message: `${message}: ${String(value)}` };
}

export function wholeNumberFaults(path: string, value: number, least: number, most: number): Fault[] {
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  const range = `from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
  return [fault(path, 'out-of-range', value, `${path} must be a whole number ${range}`)];
}

export function positiveFaults(path: string, value: number, above = 0, most = Number.MAX_VALUE): Fault[] {
  if (typeof value === 'number' && value > above && value <= most) return [];
  const range = most === Number.MAX_VALUE ? '' : ` and at most ${most.toLocaleString('en')}`;
  return [fault(path, 'out-of-range', value, `${path} must be a number above ${above}${range}`)];
}

export function dateFaults(path: string, value: string): Fault[] {
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(parseDate(value))) return [];
  return [fault(path, 'not-a-date', value, `${path} must be a date such as 2024-01-31`)];
}

/** What of an offer is felt; the rest, such as its cost, is for those who prescribe it. */
const felt = ['id', 'discount', 'lift'];

export function offerFaults(offers: readonly SynthOffer[]): Fault[] {
  const ids = offers.map(({ id }) => id);
  return offers.flatMap((offer, i) => {
    const path = `offers[${i}]`;
    const faults: Fault[] = [];
    const misspelt = misspeltName('key', offer, felt);
    if (misspelt !== undefined)
      faults.push({ path, rule: 'unknown-key', value: offer, message: `${path}: ${misspelt}` });
    if (!offer.id) faults.push(fault(`${path}.id`, 'missing', offer.id, 'an offer needs an id'));
    else if (ids.indexOf(offer.id) < i)
      faults.push(fault(`${path}.id`, 'duplicate', offer.id, 'two offers have the same id'));
    for (const share of ['discount', 'lift'] as const)
      if (offer[share] !== undefined && !isShare(offer[share]))
        faults.push(
          fault(
            `${path}.${share}`,
            'out-of-range',
            offer[share],
            `${share} of ${offer.id} must lie in [0, 1]`,
          ),
        );
    if (offer.id === 'none' && ((offer.discount ?? 0) > 0 || (offer.lift ?? 0) > 0))
      faults.push(fault(path, 'not-none', offer.discount ?? offer.lift, 'none must offer nothing'));
    return faults;
  });
}

export function experimentFaults(experiment: ExperimentOptions, offers: readonly SynthOffer[]): Fault[] {
  const { assignment = 'random', propensities } = experiment;
  const faults: Fault[] = [];
  if (assignment !== 'random' && assignment !== 'confounded')
    faults.push(
      fault('experiment.assignment', 'unknown', assignment, 'assignment must be random or confounded'),
    );
  if (propensities === undefined) return faults;

  const ids = offers.map(({ id }) => id);
  const path = 'experiment.propensities';
  for (const id of Object.keys(propensities))
    if (!ids.includes(id))
      faults.push({
        path: `${path}.${id}`,
        rule: 'unknown',
        value: id,
        message: unknownName('offer', id, ids),
      });
  for (const id of ids)
    if (!(isShare(propensities[id]) && propensities[id] > 0))
      faults.push(
        fault(`${path}.${id}`, 'out-of-range', propensities[id], `propensity of ${id} must lie in (0, 1]`),
      );
  const sum = Object.values(propensities).reduce((total, share) => total + (isShare(share) ? share : NaN), 0);
  if (!(Math.abs(sum - 1) < 1e-9)) faults.push(fault(path, 'sum', sum, 'propensities must sum to 1'));
  return faults;
}

const isShare = (value: number): boolean => typeof value === 'number' && value >= 0 && value <= 1;
