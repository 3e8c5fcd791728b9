import { InvalidOptionError, unknownName } from '@clv/contracts';
import { smallEffect } from '../profiling/trait-effects.js';

/**
 * A kind of customer that has a name, and the corner of value x risk where it stands. The name is given only to segments on
 * its side of the mean of all customers: above it for a corner above 0.5, below it for one below, either for 0.5.
 */
export interface Archetype {
  name: string;
  /** From 0, of the least value, to 1, of the greatest. */
  value: number;
  /** From 0, the least likely to leave, to 1, the likeliest. */
  risk: number;
  /** How far on the other side of the mean its risk may lie, in standard deviations of all customers (default 0). */
  riskLeeway?: number;
}

/**
 * The four kinds of customers of the retention team. Steady Users tells nothing of value. Transients are no likelier to stay
 * than others: a risk that lies below the mean by less than is worth a word may still be theirs.
 */
export const archetypes: readonly Archetype[] = [
  { name: 'VIPs', value: 1, risk: 0 },
  { name: 'Steady Users', value: 0.5, risk: 0 },
  { name: 'At-Risk High-Value', value: 1, risk: 1 },
  { name: 'Low-Value Transients', value: 0, risk: 1, riskLeeway: smallEffect },
];

const keys = Object.keys({ name: true, value: true, risk: true, riskLeeway: true } satisfies Record<
  keyof Archetype,
  true
>);

/** @throws InvalidOptionError where archetypes share a name, have an unknown key or stand outside of value x risk. */
export function assertArchetypes(archetypes: readonly Archetype[]): void {
  for (const [at, archetype] of archetypes.entries()) {
    const { name, value, risk } = archetype;
    const path = `archetypes[${at}]`;
    const odd = Object.keys(archetype).find((key) => !keys.includes(key));
    if (odd !== undefined) throw new InvalidOptionError(path, `${path}: ${unknownName('key', odd, keys)}`);
    if (archetypes.findIndex((other) => other.name === name) < at) {
      throw new InvalidOptionError(path, `archetypes name one twice: ${name}`);
    }
    if (![value, risk].every((corner) => corner >= 0 && corner <= 1)) {
      const message = `value and risk of an archetype must lie between 0 and 1: ${name}, ${value}, ${risk}`;
      throw new InvalidOptionError(path, message);
    }
  }
}
