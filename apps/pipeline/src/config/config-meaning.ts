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

/** A window beyond the horizon: leaving after the horizon would be counted as all of its money lost. */
export function meansWindow({
  value: { window_months: window, horizon_months: horizon },
  issues,
}: {
  value: { window_months: number; horizon_months: number };
  issues: Issues;
}): void {
  const isFaulty = issues.some(({ path }) => /^(window|horizon)_months$/.test(String(path?.[0])));
  if (isFaulty || window <= horizon) return;
  const message = `must be at most horizon_months, which is ${horizon}: ${window}`;
  issues.push(issue(window, ['window_months'], { rule: 'window-beyond-horizon', message }));
}

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
