import type { GbdtModel } from '@clv/gbdt';
import type { Experiment } from '../experiment.js';
import { crossFitOutcomes, crossFitPropensities } from './cross-fit.js';
import type { TrainingControl } from './regress.js';

/** How well customers with and without an offer can be compared. */
export interface Overlap {
  /** Whether the chances were known or estimated. */
  propensity: 'known' | 'estimated';
  /** The least and the greatest chance, before clipping. */
  least: number;
  greatest: number;
  /** How many customers' chance of what they got was raised to `clippedAt`; known chances are used as they are. */
  clipped: number;
  /** 0 where chances are known. */
  clippedAt: number;
  /** Kish's effective number of customers after weighting, a share of all: near 1 is an experiment. */
  effectiveShare: number;
}

export interface Scores {
  /** Customers x offers, row-major: what each customer tells of each offer's effect; their mean is its average effect. */
  scores: Float64Array;
  overlap: Overlap;
  /** The outcome models behind them, by fold that was left out, and by arm. */
  outcomes: GbdtModel[][];
}

/** An estimated chance below this would let one customer speak for more than a hundred. */
const clippedAt = 0.01;

/**
 * Doubly robust scores against none (Robins, Rotnitzky, Zhao 1994; Kennedy 2023), from models that have not seen the row:
 * mu_a - mu_0 + 1{A = a} (Y - mu_a) / e - 1{A = 0} (Y - mu_0) / e, with e the chance of what the customer got.
 */
export async function doublyRobustScores(
  experiment: Experiment,
  fold: Int32Array,
  control: TrainingControl,
): Promise<Scores> {
  const { arm, outcome, offers } = experiment;
  const arms = offers.length + 1;
  const { predictions: expected, models: outcomes } = await crossFitOutcomes(experiment, fold, control);
  const { chance, overlap } = await chancesOf(experiment, fold, control);
  const scores = new Float64Array(arm.length * offers.length);
  for (let i = 0; i < arm.length; i++) {
    const none = expected[i * arms];
    const surprise = (outcome[i] - expected[i * arms + arm[i]]) / chance[i];
    for (let j = 1; j < arms; j++) {
      const ofThis = arm[i] === j ? surprise : arm[i] === 0 ? -surprise : 0;
      scores[i * offers.length + j - 1] = expected[i * arms + j] - none + ofThis;
    }
  }
  return { scores, overlap, outcomes };
}

async function chancesOf(experiment: Experiment, fold: Int32Array, control: TrainingControl) {
  const { arm, propensity, offers } = experiment;
  const arms = offers.length + 1;
  if (propensity) return { chance: propensity, overlap: overlapOf('known', propensity, 0, arm, arms) };
  const estimated = await estimatedChances(experiment, fold, control);
  const chance = estimated.map((value) => Math.max(value, clippedAt));
  return { chance, overlap: overlapOf('estimated', estimated, clippedAt, arm, arms) };
}

async function estimatedChances(experiment: Experiment, fold: Int32Array, control: TrainingControl) {
  const arms = experiment.offers.length + 1;
  const all = await crossFitPropensities(experiment, fold, control);
  return Float64Array.from(experiment.arm, (j, i) => all[i * arms + j]);
}

function overlapOf(
  propensity: Overlap['propensity'],
  chance: Float64Array,
  floor: number,
  arm: Int32Array,
  arms: number,
): Overlap {
  let [least, greatest, clipped] = [1, 0, 0];
  const weight = new Float64Array(arms);
  const squared = new Float64Array(arms);
  for (let i = 0; i < chance.length; i++) {
    least = Math.min(least, chance[i]);
    greatest = Math.max(greatest, chance[i]);
    if (chance[i] < floor) clipped++;
    const each = 1 / Math.max(chance[i], floor);
    weight[arm[i]] += each;
    squared[arm[i]] += each * each;
  }
  const effective = weight.reduce((sum, total, j) => sum + total ** 2 / squared[j], 0);
  return {
    propensity,
    least,
    greatest,
    clipped,
    clippedAt: floor,
    effectiveShare: effective / chance.length,
  };
}

/** The mean of an offer's scores, and its standard error: the average effect by AIPW. */
export function averageOf(scores: Float64Array, offers: number, offer: number) {
  const customers = scores.length / offers;
  let mean = 0;
  for (let i = 0; i < customers; i++) mean += scores[i * offers + offer] / customers;
  let squares = 0;
  for (let i = 0; i < customers; i++) squares += (scores[i * offers + offer] - mean) ** 2;
  return { effect: mean, standardError: Math.sqrt(squares / (customers - 1) / customers) };
}
