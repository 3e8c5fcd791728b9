import type { KCandidate } from './candidate.js';

/** From here on segments count as stable (Hennig 2007: 0.75 and above are valid, 0.85 highly stable). */
const stable = 0.75;

/** The number of segments to take, and why, in sentences. */
export function recommend(
  candidates: readonly KCandidate[],
  hasGroups: boolean,
): { k: number; reason: string } {
  const steady = candidates.filter((it) => it.stability >= stable);
  const eligible = steady.length > 0 ? steady : [mostBy(candidates, 'stability')];
  const chosen = mostBy(eligible, 'silhouette');
  const why =
    steady.length > 0
      ? `the best silhouette, ${chosen.silhouette.toFixed(2)}, among the numbers whose segments stay alike when customers are resampled (stability ${chosen.stability.toFixed(2)})`
      : `the most stable, though no number of segments stays alike when customers are resampled (stability ${chosen.stability.toFixed(2)})`;
  const gap = hasGroups ? kByGap(candidates) : '1, as if these segments were parts of one cloud';
  const others = `Calinski-Harabasz says ${mostBy(candidates, 'calinskiHarabasz').k}, the gap statistic ${gap}.`;
  return { k: chosen.k, reason: `${chosen.k} segments: ${why}. ${others}` };
}

/** The least k whose gap is within an error of the next one's (Tibshirani, Walther and Hastie 2001). */
function kByGap(candidates: readonly KCandidate[]): number {
  const found = candidates.find((it, at) => {
    const next = candidates[at + 1];
    return next === undefined || it.gap >= next.gap - next.gapError;
  });
  return found!.k;
}

function mostBy(candidates: readonly KCandidate[], measure: 'stability' | 'silhouette' | 'calinskiHarabasz') {
  return candidates.reduce((most, next) => (next[measure] > most[measure] ? next : most));
}
