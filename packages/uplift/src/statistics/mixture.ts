/** What estimates predict of an offer's effect on rows that none of them has seen; all less the offer's average effect. */
export interface HeldOutEstimates {
  /** Doubly robust scores of the rows. */
  scores: Float64Array;
  /** The inverse of each score's variance. */
  precision: Float64Array;
  estimates: readonly Float64Array[];
}

/** Before any row has spoken the shares are as the prior says, give or take this much. */
const priorSpread = 0.25;

/**
 * How much of each estimate goes into an effect; the rest, to 1, is the average effect. It is the mixture that is nearest to
 * held-out doubly robust scores, by least squares with a normal prior (stacking: Wolpert 1992, Breiman 1996; on effects: Nie
 * and Wager 2021). Estimates err each in its own way, so that a mixture is better than any; if offers were not given at
 * random, the scores find out where the outcome models are wrong, and the mixture goes over to the others.
 *
 * @param offers the mixture is the same for all, because a single one's scores say little of it.
 * @param prior of each estimate its share before.
 * @returns of each estimate its share: at least 0, together at most 1, or what the prior has together if that is more: several
 *   estimates that each hold back too much may count more than one.
 */
export function mixtureOf(offers: readonly HeldOutEstimates[], prior: readonly number[]): number[] {
  const { products, targets } = normalEquations(offers, prior);
  const most = Math.max(
    1,
    prior.reduce((sum, share) => sum + share, 0),
  );
  return withinSimplex(products, targets, most);
}

function normalEquations(offers: readonly HeldOutEstimates[], prior: readonly number[]) {
  const strength = 1 / priorSpread ** 2;
  const products = prior.map((_, a) => prior.map((_, b) => (a === b ? strength : 0)));
  const targets = prior.map((share) => strength * share);
  for (const { scores, precision, estimates } of offers) {
    for (let a = 0; a < prior.length; a++) {
      targets[a] += weightedProduct(precision, estimates[a], scores);
      for (let b = 0; b < prior.length; b++)
        products[a][b] += weightedProduct(precision, estimates[a], estimates[b]);
    }
  }
  return { products, targets };
}

function weightedProduct(weight: Float64Array, one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weight.length; i++) sum += weight[i] * one[i] * other[i];
  return sum;
}

/** A move between shares that is smaller than this no longer counts. */
const settled = 1e-10;

/** Rounding may keep estimates that are all but the same from settling. */
const mostRounds = 10_000;

/**
 * The least of the quadratic over shares that are at least 0 and at most `most` together. What is left to it is a share too, of an
 * estimate that is always 0; one share gives to another what lessens the loss most, pair by pair, until none has reason to.
 */
function withinSimplex(products: readonly number[][], targets: readonly number[], most: number): number[] {
  const rest = targets.length;
  const shares = [...targets.map(() => 0), most];
  const product = (a: number, b: number) => (a === rest || b === rest ? 0 : products[a][b]);
  const slope = (a: number) =>
    a === rest ? 0 : targets[a] - products[a].reduce((sum, each, b) => sum + each * shares[b], 0);
  let moved = 1;
  for (let round = 0; round < mostRounds && moved > settled; round++) {
    moved = 0;
    for (let from = 0; from <= rest; from++) {
      for (let to = 0; to < from; to++) {
        const curvature = product(from, from) + product(to, to) - 2 * product(from, to);
        const best = (slope(to) - slope(from)) / curvature;
        const move = Math.min(shares[from], Math.max(-shares[to], best));
        shares[from] -= move;
        shares[to] += move;
        moved = Math.max(moved, Math.abs(move));
      }
    }
  }
  return shares.slice(0, rest);
}
