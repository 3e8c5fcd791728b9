import type { Fault } from '@clv/contracts';
import { type Offer, checkOffers } from '@clv/prescribe';
import { type Roles, defineSchema } from '@clv/table';
import type { z } from 'zod';

import { faultsBy } from '../faults/faults-by.js';
import { holdsPassword, missingVariables } from './secrets.js';

type Issues = z.RefinementCtx['issues'];

const issue = (input: unknown, path: PropertyKey[], { rule, message }: Fault): Issues[number] => ({
  code: 'custom',
  input,
  path,
  message,
  params: { rule },
});

/** Offers that contradict each other. */
export function meansOffers({ value, issues }: { value: Offer[]; issues: Issues }): void {
  if (issues.length > 0) return;
  for (const fault of faultsBy(() => void checkOffers(value))) {
    const [, at, key] = /^offers\[(\d+)\](?:\.(\w+))?$/.exec(fault.path ?? '') ?? [];
    issues.push(issue(value, [...(at ? [Number(at)] : []), ...(key ? [key] : [])], fault));
  }
  for (const [at, fault] of alikeIds(value)) issues.push(issue(value, [at, 'id'], fault));
}

/** Each offer has a column of the results, and to SQL, which writes them, names that differ by case alone are one. */
function alikeIds(offers: readonly Offer[]): [number, Fault][] {
  const ids = ['none', ...offers.map(({ id }) => id)];
  return offers.flatMap(({ id }, at): [number, Fault][] => {
    const alike = ids
      .slice(0, at + 1)
      .find((other) => other !== id && other.toLowerCase() === id.toLowerCase());
    if (alike === undefined) return [];
    const message = `offer ${id} differs from ${alike} by case alone`;
    return [[at, { rule: 'alike-ids', message, offer: id }]];
  });
}

/** Roles that contradict each other. */
export function meansRoles({ value, issues }: { value: Roles; issues: Issues }): void {
  if (issues.length > 0) return;
  for (const fault of faultsBy(() => void defineSchema(value))) issues.push(issue(value, [], fault));
}

interface Spans {
  window_months: number;
  horizon_months: number;
}

/** Of `window_months`; who shortens the horizon below it has to write another. */
export const defaultWindow = 3;

/** Beyond the horizon, leaving after it would be counted as all of its money lost. */
export const isWithinHorizon = ({ window_months, horizon_months }: Spans) => window_months <= horizon_months;

const isOfSpans = ({ path }: Issues[number]) => /^(window|horizon)_months$/.test(String(path?.[0]));

/** How the above is told: beside the faults of other keys, not of these two. */
export const withinHorizon = {
  path: ['window_months'],
  params: { rule: 'window-beyond-horizon' },
  when: ({ value, issues }: { value: unknown; issues: Issues }) =>
    typeof value === 'object' && value !== null && !issues.some(isOfSpans),
  error: ({ input }: { input: unknown }) => {
    const { window_months, horizon_months } = input as Spans;
    const byDefault = window_months === defaultWindow ? ', the default' : '';
    return `must be at most horizon_months, which is ${horizon_months}: ${window_months}${byDefault}`;
  },
};

/** An address that refers to what the environment does not hold. */
export function meansAddress({ value, issues }: { value: string; issues: Issues }): void {
  if (issues.length > 0) return;
  for (const fault of missingVariables(value, '')) {
    const message = fault.message.replace(/^: /, '');
    issues.push(issue(value, [], { ...fault, message }));
  }
}

/** Passwords that stand in a config file, where everyone who reads the file reads them. */
export function openPasswords(config: { input?: unknown; write?: unknown }): Fault[] {
  const addresses: [string, unknown][] = [
    ['input', config.input],
    ...[config.write].flat().map((one, i): [string, unknown] => [`write[${i}]`, one]),
  ];
  return addresses
    .filter(([, address]) => typeof address === 'string' && holdsPassword(address))
    .map(([path]) => ({
      rule: 'password-in-config',
      path,
      message: `${path}: a password does not belong in a file; write \${PGPASSWORD} in its place, and set that in the environment`,
    }));
}
