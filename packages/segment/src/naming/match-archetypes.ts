import { leastCostAssignment } from '../matching/least-cost.js';
import type { Archetype } from './archetypes.js';

/** How far a segment's mean value and mean risk lie from those of all customers, in their standard deviations. */
export interface Standing {
  value: number;
  risk: number;
}

/** What a step in risk weighs against one in value: between equals in value risk decides. */
const riskWeight = 1e-6;

/** What it costs an archetype to ask for no value, or no risk: more than any distance, so that the one that says most is given. */
const unasked = 2;

/** What a segment costs that is let in by leeway alone: more than any that is where an archetype asks. */
const byLeeway = 4;

/**
 * Which archetype each segment is, one-to-one; undefined where none that is left is true of it. As many archetypes are given
 * as can be. Of several segments that one is true of, those that need no leeway come first, then the one nearest to its corner,
 * by rank in value, then in risk.
 */
export function matchArchetypes(
  standings: readonly Standing[],
  archetypes: readonly Archetype[],
): (Archetype | undefined)[] {
  const values = rankShares(standings.map(({ value }) => value));
  const risks = rankShares(standings.map(({ risk }) => risk));
  const unnamed = 2 * byLeeway * (archetypes.length + 1);
  const untrue = 2 * unnamed;
  const costOf = ({ value, risk, riskLeeway = 0 }: Archetype, s: number) => {
    const standing = standings[s];
    if (!isOnSide(value, standing.value) || !isOnSide(risk, standing.risk, riskLeeway)) return untrue;
    const distance = distanceTo(value, values[s]) + riskWeight * distanceTo(risk, risks[s]);
    return isOnSide(risk, standing.risk) ? distance : byLeeway + distance;
  };
  const cost = standings.map((_, s) => [
    ...archetypes.map((archetype) => costOf(archetype, s)),
    ...standings.map(() => unnamed),
  ]);
  return leastCostAssignment(cost).map((column) => archetypes[column]);
}

/** Whether an effect lies on the side that a corner asks for; a corner in the middle asks for none. */
function isOnSide(corner: number, effect: number, leeway = 0): boolean {
  return corner === 0.5 || Math.sign(corner - 0.5) * effect > -leeway;
}

function distanceTo(corner: number, rank: number): number {
  return corner === 0.5 ? unasked : (rank - corner) ** 2;
}

/** The place of each number among them: 0 for the least, 1 for the greatest, equals in the middle of theirs. */
export function rankShares(numbers: readonly number[]): number[] {
  const others = Math.max(1, numbers.length - 1);
  return numbers.map((number) => {
    const below = numbers.filter((other) => other < number).length;
    const equal = numbers.filter((other) => other === number).length;
    return (below + (equal - 1) / 2) / others;
  });
}
