import { InvalidOptionError } from '@clv/contracts';

/** A kind of customer that has a name, and the corner of value x risk where it stands. */
export interface Archetype {
  name: string;
  /** From 0, of the least value, to 1, of the greatest. */
  value: number;
  /** From 0, the least likely to leave, to 1, the likeliest. */
  risk: number;
}

/** The four kinds of customers of the retention team. */
export const archetypes: readonly Archetype[] = [
  { name: 'VIPs', value: 1, risk: 0 },
  { name: 'Steady Users', value: 0, risk: 0 },
  { name: 'At-Risk High-Value', value: 1, risk: 1 },
  { name: 'Low-Value Transients', value: 0, risk: 1 },
];

/** @throws InvalidOptionError where archetypes share a name or stand outside of value x risk. */
export function assertArchetypes(archetypes: readonly Archetype[]): void {
  for (const [at, { name, value, risk }] of archetypes.entries()) {
    const path = `archetypes[${at}]`;
    if (archetypes.findIndex((other) => other.name === name) < at) {
      throw new InvalidOptionError(path, `archetypes name one twice: ${name}`);
    }
    if (![value, risk].every((corner) => corner >= 0 && corner <= 1)) {
      const message = `value and risk of an archetype must lie between 0 and 1: ${name}, ${value}, ${risk}`;
      throw new InvalidOptionError(path, message);
    }
  }
}
