import { leastCostAssignment } from '../matching/least-cost.js';
import type { Archetype } from './archetypes.js';

/** A segment's place among the segments, by rank: from 0, the least, to 1, the most. */
export interface Standing {
  value: number;
  risk: number;
}

/**
 * What the wrong half costs. Distances within the right halves are at most 1/2, so that halves come first, and risk
 * before value: a VIP is the most valuable of those who stay, not the steadiest of the valuable.
 */
const wrongRisk = 100;
const wrongValue = 10;

/** What a segment without an archetype costs: more than any archetype that is true of it, less than one that is not. */
const unnamed = 1;

/**
 * Which archetype each segment is, one-to-one at least cost; undefined where none that is left is true of it. With as
 * many archetypes as segments every one is given to the segment that it is truest of.
 */
export function matchArchetypes(
  standings: readonly Standing[],
  archetypes: readonly Archetype[],
): (Archetype | undefined)[] {
  const spare = standings.length === archetypes.length ? [] : standings.map(() => unnamed);
  const cost = standings.map((standing) => [...archetypes.map((it) => distanceTo(standing, it)), ...spare]);
  return leastCostAssignment(cost).map((column) => archetypes[column]);
}

/** The place of each number among them: 0 for the least, 1 for the greatest, equals in the middle of theirs. */
export function standingOf(numbers: readonly number[]): number[] {
  const others = Math.max(1, numbers.length - 1);
  return numbers.map((number) => {
    const below = numbers.filter((other) => other < number).length;
    const equal = numbers.filter((other) => other === number).length;
    return (below + (equal - 1) / 2) / others;
  });
}

function distanceTo(standing: Standing, { value, risk }: Archetype): number {
  const distance = (standing.value - value) ** 2 + (standing.risk - risk) ** 2;
  const riskFault = isOtherHalf(standing.risk, risk) ? wrongRisk : 0;
  const valueFault = isOtherHalf(standing.value, value) ? wrongValue : 0;
  return distance + riskFault + valueFault;
}

/** Whether a standing is outside the half that an archetype asks for; an archetype in the middle asks for none. */
function isOtherHalf(standing: number, corner: number): boolean {
  return corner !== 0.5 && (standing - 0.5) * (corner - 0.5) <= 0;
}
