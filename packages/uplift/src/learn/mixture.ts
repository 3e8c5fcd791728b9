/** How much of each estimate goes into an effect; the rest, to 1, is the average effect. */
export interface Mixture {
  /** Of the difference between the outcomes expected with and without the offer. */
  outcomes: number;
  /** Of the regression of doubly robust scores. */
  scores: number;
}

export interface HeldOutEstimates {
  /** Doubly robust scores of rows that neither estimate has seen. */
  scores: Float64Array;
  /** The inverse of each score's variance. */
  precision: Float64Array;
  byOutcomes: Float64Array;
  byScores: Float64Array;
  average: number;
}

/** Before any row has spoken both estimates count alike, give or take this much. */
const priorSpread = 0.25;

/**
 * The mixture of two estimates and the average effect that is nearest to held-out doubly robust scores, by least squares
 * with a normal prior around one half each. Their errors differ, so that a mixture is better than either; if offers were
 * not given at random, the scores find out where the outcome models are wrong, and the mixture goes over to the other.
 */
export function mixtureOf({ scores, precision, byOutcomes, byScores, average }: HeldOutEstimates): Mixture {
  const prior = 1 / priorSpread ** 2;
  let [uu, uv, vv, uy, vy] = [prior, 0, prior, prior / 2, prior / 2];
  for (let i = 0; i < scores.length; i++) {
    const [u, v, y] = [byOutcomes[i] - average, byScores[i] - average, scores[i] - average];
    uu += precision[i] * u * u;
    uv += precision[i] * u * v;
    vv += precision[i] * v * v;
    uy += precision[i] * u * y;
    vy += precision[i] * v * y;
  }
  const loss = ({ outcomes: a, scores: b }: Mixture) =>
    uu * a * a + 2 * uv * a * b + vv * b * b - 2 * (uy * a + vy * b);
  const determinant = uu * vv - uv * uv;
  const free = {
    outcomes: (uy * vv - vy * uv) / determinant,
    scores: (vy * uu - uy * uv) / determinant,
  };
  if (free.outcomes >= 0 && free.scores >= 0 && free.outcomes + free.scores <= 1) return free;
  const along = within((vv - uv + uy - vy) / (uu - 2 * uv + vv));
  const edges = [
    { outcomes: within(uy / uu), scores: 0 },
    { outcomes: 0, scores: within(vy / vv) },
    { outcomes: along, scores: 1 - along },
  ];
  return edges.reduce((best, edge) => (loss(edge) < loss(best) ? edge : best));
}

const within = (share: number) => Math.min(1, Math.max(0, share));
