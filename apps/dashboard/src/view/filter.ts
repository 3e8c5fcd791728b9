import { shapes } from '@clv/contracts';

const { finite, listOf, nullable, object, text } = shapes;

/** Which customers are looked at; an empty list or no range leaves all in. */
export interface Filter {
  segments: readonly string[];
  /** Ids of recommended offers. */
  offers: readonly string[];
  /** From and to which chance of leaving, both included. */
  risk: readonly [number, number] | null;
}

export const everyone: Filter = { segments: [], offers: [], risk: null };

/** What a filter is, of which parts may be left out. */
export const filterShape = object(
  {},
  { segments: listOf(text), offers: listOf(text), risk: nullable(listOf(finite, 2)) },
);

export const isEveryone = (filter: Filter) =>
  filter.segments.length === 0 && filter.offers.length === 0 && filter.risk === null;

/** The list with the name in it, or without it where it was. */
export const toggled = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
