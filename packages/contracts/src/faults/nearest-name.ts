import { distance } from 'fastest-levenshtein';

/** The candidate that a misspelt `name` was probably meant to be; undefined where none is near enough to guess. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const tolerance = Math.max(2, Math.floor(name.length / 3));
  let nearest: string | undefined;
  let fewest = tolerance + 1;
  for (const candidate of candidates) {
    const edits = editsBetween(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest && edits <= halfOf(name, candidate)) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
}

/** Of names that share less than half of their letters neither is the other misspelt: from `e` to `a` is a single edit. */
const halfOf = (name: string, candidate: string) => Math.floor(Math.min(name.length, candidate.length) / 2);

/** `unknown column: tenur (did you mean tenure_months?)` */
export function unknownName(kind: string, name: string, candidates: readonly string[]): string {
  const nearest = typeof name === 'string' ? nearestName(name, candidates) : undefined;
  const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
  return `unknown ${kind}: ${String(name)}${hint}`;
}

/** A name cut short costs a single edit more than its spelling: `tenur` is near `tenure_months`. */
function editsBetween(name: string, candidate: string): number {
  const whole = distance(name, candidate);
  if (name.length < 3) return whole;
  return Math.min(whole, 1 + distance(name, candidate.slice(0, name.length)));
}
