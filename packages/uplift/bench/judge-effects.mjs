import { meanOf, sumOf } from './over-logs.mjs';

/**
 * Judges predicted effects by true ones: `truth[j][i]` is the effect of offer j on customer i. The policy gives each customer the
 * offer of the greatest effect, or none where none is positive; what it reaches is a share of what knowing the truth would.
 */
export function judgeBy(truth) {
  const greatest = (effectOf) => {
    let [best, chosen] = [0, -1];
    for (const j of truth.keys()) if (effectOf(j) > best) [best, chosen] = [effectOf(j), j];
    return chosen;
  };
  const valueOf = (choose) =>
    sumOf(Array.from(truth[0], (_, i) => (choose(i) < 0 ? 0 : truth[choose(i)][i])));
  const oracle = valueOf((i) => greatest((j) => truth[j][i]));
  return {
    /** By effects of offer j on customer i, `effectAt(i, j)`. */
    reachedBy: (effectAt) => valueOf((i) => greatest((j) => effectAt(i, j))) / oracle,
    /** By the one offer that does most where everybody gets it. */
    reachedByOneForAll: Math.max(...truth.map((_, j) => valueOf(() => j))) / oracle,
    /** Of predicted and true effects of one offer. */
    correlationOf: (j, effectAt) =>
      correlation(
        Float64Array.from(truth[j], (_, i) => effectAt(i, j)),
        truth[j],
      ),
  };
}

function correlation(a, b) {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const product = (f) => sumOf(Array.from(a, (_, i) => f(a[i] - meanA, b[i] - meanB)));
  return product((x, y) => x * y) / Math.sqrt(product((x) => x * x) * product((_, y) => y * y));
}
