import type { Customers } from './customers.js';
import type { Policy } from './policy.js';

/** Which customers are looked at; an empty list or no range leaves all in. */
export interface Filter {
  segments: readonly string[];
  offers: readonly string[];
  /** From (included) and to (included) which chance of leaving. */
  risk: readonly [number, number] | null;
}

export const everyone: Filter = { segments: [], offers: [], risk: null };

export const isEveryone = (filter: Filter) =>
  filter.segments.length === 0 && filter.offers.length === 0 && filter.risk === null;

/** The rows that pass, in order; null where all do, which saves a list as long as the table. */
export function matchingRows(customers: Customers, policy: Policy, filter: Filter): Uint32Array | null {
  if (isEveryone(filter)) return null;
  const segment = chosen(customers.segments.names, filter.segments);
  const offer = chosen(
    policy.offers.map(({ id }) => id),
    filter.offers,
  );
  const [low, high] = filter.risk ?? [-Infinity, Infinity];
  const rows = new Uint32Array(customers.count);
  let count = 0;
  for (let row = 0; row < customers.count; row++) {
    const risk = customers.risk[row];
    if (segment[customers.segments.codes[row]] && offer[policy.choice[row]] && !(risk < low || risk > high))
      rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** Which names are in; all of them where none is asked for. */
const chosen = (names: readonly string[], asked: readonly string[]) =>
  Uint8Array.from(names, (name) => (asked.length === 0 || asked.includes(name) ? 1 : 0));

/** The list with the name in it, or without it where it was. */
export const toggled = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
