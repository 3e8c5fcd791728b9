import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt `name` was probably meant to be; undefined where none is near enough to guess. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const tolerance = Math.max(2, Math.floor(name.length / 3));
  let nearest: string | undefined;
  let fewest = tolerance + 1;
  for (const candidate of candidates) {
    const edits = editsBetween(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
}

/** `unknown column: tenur (did you mean tenure_months?)` */
export function unknownName(kind: string, name: string, candidates: readonly string[]): string {
  const nearest = nearestName(name, candidates);
  const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
  return `unknown ${kind}: ${name}${hint}`;
}

/** A name cut short costs a single edit more than its spelling: `tenur` is near `tenure_months`. */
function editsBetween(name: string, candidate: string): number {
  const whole = distance(name, candidate);
  if (name.length < 3) return whole;
  return Math.min(whole, 1 + distance(name, candidate.slice(0, name.length)));
}
