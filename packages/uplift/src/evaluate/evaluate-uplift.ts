import {
  amountDifference,
  checkOptions,
  checkSeed,
  checkWhole,
  normalCumulative,
  normalQuantile,
  randomSource,
  normalInterval,
  type ArmDifference,
  type Estimate,
  shapes,
  shareDifference,
  type OptionShapes,
} from '@clv/contracts';
import { areaAboveRandom, qiniBand, qiniCurve, upliftCurve, type Curve } from './curves.js';
import { checkHeldOut, heldOutScores, inverseWeights, type HeldOut } from './held-out.js';
import { perfectForQini, perfectForUplift } from './perfect-ranking.js';
import { rankWeightedEffect } from './rank-weighted-effect.js';
import { rankBy, type Ranking } from './ranking.js';
import { upliftAmongFirst, upliftBetween } from './uplift-at.js';

/** At which shares uplift is reported, and how intervals are drawn. */
export interface EvaluateOptions extends HeldOut {
  /** The shares of customers at which uplift is reported (default .1, .2, .3, .5). */
  shares?: readonly number[];
  /** The confidence of intervals (default .95). */
  confidence?: number;
  /** Bootstrap samples behind the intervals of Qini and AUUC, 2 to a million (default 200). */
  resamples?: number;
  /** Groups of equal size for the calibration (default 10). */
  groups?: number;
  /** The same seed gives the same intervals (default 42). */
  seed?: number;
}

const { either, finite, listOf, number, numbers } = shapes;

/** What is left out here is looked at with the log. */
const optionShapes: OptionShapes<EvaluateOptions> = {
  effect: numbers,
  outcome: numbers,
  treated: numbers,
  propensity: either('a number, or one a customer', finite, numbers),
  shares: listOf(number('in (0, 1]', (share) => share > 0 && share <= 1)),
  confidence: number('between 0 and 1', (confidence) => confidence > 0 && confidence < 1),
  resamples: () => undefined,
  groups: () => undefined,
  seed: () => undefined,
};

/** How well effects rank customers whom they were not learned from, each figure with its interval. */
export interface UpliftEvaluation {
  /** Incremental outcomes when customers are offered in the order of their effect; the random line ends where it ends. */
  curve: Curve;
  /** The interval of the curve's gain at each of its points, one point at a time. */
  band: { low: number[]; high: number[] };
  /** The area above the random line as a share of the perfect order's; 0 is random. */
  qini: Estimate;
  /** The same of the uplift curve; NaN where outcomes are not all 0 or 1, which alone have a perfect order there. */
  auuc: Estimate;
  /**
   * The effect among the first customers, with an interval that holds for few of them too (Agresti and Caffo 2000, of amounts Student's
   * t); of those of equal effect lots decide who is among them.
   */
  upliftAt: (Estimate & { share: number })[];
  /** The effect on all: the difference of the arms' means, by inverse propensity weights, with an interval as of `upliftAt`. */
  averageEffect: Estimate;
  /** Whether the ranking beats a random one: AUTOC, 0 for random, and the two-sided p-value of that. */
  ranking: Estimate & { pValue: number };
  /**
   * Customers in groups of rising predicted effect: what was predicted and what happened, with an interval as of `upliftAt`; NaN where
   * all of a group got the same. Lots part those of equal effect.
   */
  calibration: { customers: number; predicted: number; observed: Estimate }[];
}

/**
 * Judges predicted effects of one offer on an experiment that they were not learned from.
 *
 * @throws InvalidInputError naming rows; InvalidOptionError for an option that is out of range or unknown.
 */
export function evaluateUplift(options: EvaluateOptions): UpliftEvaluation {
  checkOptions(options, optionShapes, ['effect', 'outcome', 'treated']);
  const { effect, outcome, treated, shares = [0.1, 0.2, 0.3, 0.5], confidence = 0.95, groups = 10 } = options;
  const { resamples = 200, seed = 42 } = options;
  checkHeldOut(options);
  checkWhole('resamples', resamples, 2, 1_000_000);
  checkWhole('groups', groups, 1);
  checkSeed(seed);
  const z = normalQuantile((1 + confidence) / 2);
  const differ = isBinary(outcome) ? shareDifference : amountDifference;
  const intervalOf = (difference: ArmDifference) => differ(difference, confidence);
  const weight = inverseWeights(options);
  const lot = Float64Array.from(weight, randomSource(seed, lots));
  const { order, ranking } = rankBy(effect, outcome, treated, weight, lot);
  const unordered = heldOutScores(options, weight);
  const scores = Float64Array.from(order, (i) => unordered[i]);
  const { estimate, standardError } = rankWeightedEffect(scores, ranking.cuts);
  const predicted = Float64Array.from(order, (i) => effect[i]);
  const curve = qiniCurve(ranking);
  return {
    curve,
    band: qiniBand(ranking, curve.gain, intervalOf),
    ...areas(options, weight, { order, ranking }, z, { resamples, seed }),
    upliftAt: shares.map((share) => ({ share, ...intervalOf(upliftAmongFirst(ranking, share)) })),
    averageEffect: intervalOf(upliftAmongFirst(ranking, 1)),
    ranking: {
      ...normalInterval(estimate, standardError, z),
      pValue: standardError > 0 ? twoSided(estimate / standardError) : 1,
    },
    calibration: calibrate(predicted, Math.min(groups, scores.length), (from, end) =>
      intervalOf(upliftBetween(ranking, from, end)),
    ),
  };
}

/** The stream that lots are drawn from; bootstrap samples have those from 0 on. */
const lots = -1;

/** Qini and AUUC, with normal intervals from the spread over bootstrap samples. */
function areas(
  { outcome, treated }: HeldOut,
  weight: Float64Array,
  { order, ranking }: { order: Uint32Array; ranking: Ranking },
  z: number,
  { resamples, seed }: { resamples: number; seed: number },
) {
  const perfectQini = rankBy(perfectForQini(outcome, treated), outcome, treated, weight);
  const perfectUplift = rankBy(perfectForUplift(outcome, treated), outcome, treated, weight);
  const measure = (count?: Float64Array) => {
    const times = (of: Uint32Array) => count && Float64Array.from(of, (i) => count[i]);
    const [ours, forQini, forUplift] = [times(order), times(perfectQini.order), times(perfectUplift.order)];
    return [
      shareOf(qiniCurve(ranking, ours), qiniCurve(perfectQini.ranking, forQini)),
      shareOf(upliftCurve(ranking, ours), upliftCurve(perfectUplift.ranking, forUplift)),
    ];
  };
  const [qini, auuc] = measure();
  const samples = Array.from({ length: resamples }, (_, sample) => {
    const next = randomSource(seed, sample);
    const count = new Float64Array(order.length);
    for (let i = 0; i < count.length; i++) count[Math.floor(next() * count.length)]++;
    return measure(count);
  });
  const spread = (k: number) => deviation(samples.map((sample) => sample[k]));
  return {
    qini: normalInterval(qini, spread(0), z),
    auuc: normalInterval(isBinary(outcome) ? auuc : NaN, spread(1), z),
  };
}

const isBinary = (outcome: ArrayLike<number>) =>
  Array.from(outcome).every((value) => value === 0 || value === 1);

/** 0 where even the perfect order gains nothing, because all outcomes are the same. */
function shareOf(ours: Curve, perfect: Curve): number {
  const most = areaAboveRandom(perfect);
  return most === 0 ? 0 : areaAboveRandom(ours) / most;
}

function calibrate(
  predicted: Float64Array,
  groups: number,
  observedBetween: (from: number, end: number) => Estimate,
) {
  const n = predicted.length;
  return Array.from({ length: groups }, (_, group) => {
    const from = Math.floor(((groups - 1 - group) * n) / groups);
    const end = Math.floor(((groups - group) * n) / groups);
    return {
      customers: end - from,
      predicted: predicted.subarray(from, end).reduce((sum, value) => sum + value, 0) / (end - from),
      observed: observedBetween(from, end),
    };
  });
}

function deviation(values: ArrayLike<number>): number {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, all.length - 1));
}

/** The chance of a standard normal number at least as far from 0. */
const twoSided = (z: number) => 2 * normalCumulative(-Math.abs(z));
