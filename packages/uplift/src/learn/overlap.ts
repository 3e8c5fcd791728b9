import type { Experiment } from '../experiment/experiment.js';
import { takeRows } from './features.js';
import { rowsWhere, type Folds } from './fold.js';
import { propensityParams } from './params.js';
import { predict, regress, type TrainingControl } from './regress.js';

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
  /** Kish's effective number of customers after weighting, a share of all: 1 in an experiment with equal chances. */
  effectiveShare: number;
  /**
   * How much of who got what the chances tell, beyond the arms' sizes (pseudo-R² of McFadden 1974): 0 in an experiment with equal
   * chances, near 1 where no two customers of different arms are alike. Earlier models have none.
   */
  pseudoR2?: number;
}

/** An estimated chance below this would let one customer speak for more than a hundred. */
const clippedAt = 0.01;

/** The chance that each customer had of getting what they got: as given, or from models that have not seen the row. */
export async function chancesOf(
  experiment: Experiment,
  folds: Folds,
  control: TrainingControl,
): Promise<{ chance: Float64Array; overlap: Overlap }> {
  const { arm, propensity, offers } = experiment;
  const arms = offers.length + 1;
  if (propensity) return { chance: propensity, overlap: overlapOf('known', propensity, 0, arm, arms) };
  const all = await estimatedChances(experiment, folds, control);
  const estimated = Float64Array.from(arm, (j, i) => all[i * arms + j]);
  const chance = estimated.map((value) => Math.max(value, clippedAt));
  return { chance, overlap: overlapOf('estimated', estimated, clippedAt, arm, arms) };
}

/** Rows x arms: the chance of getting each arm, as the features tell; of each row they add up to 1. */
async function estimatedChances(
  { x, arm, offers }: Experiment,
  { fold, count }: Folds,
  control: TrainingControl,
): Promise<Float64Array> {
  const arms = offers.length + 1;
  const chances = new Float64Array(arm.length * arms);
  for (let k = 0; k < count; k++) {
    const train = rowsWhere(arm.length, (i) => fold[i] !== k);
    const unseen = rowsWhere(arm.length, (i) => fold[i] === k);
    const [features, later] = [takeRows(x, train), takeRows(x, unseen)];
    for (let j = 0; j < arms; j++) {
      const got = Float64Array.from(train, (i) => +(arm[i] === j));
      const examples = { x: features, y: got, binary: true };
      const chance = await predict(await regress(examples, propensityParams, control), later);
      unseen.forEach((row, i) => (chances[row * arms + j] = chance[i]));
    }
  }
  for (let start = 0; start < chances.length; start += arms) {
    let sum = 0;
    for (let j = 0; j < arms; j++) sum += chances[start + j];
    for (let j = 0; j < arms; j++) chances[start + j] /= sum;
  }
  return chances;
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
  const sizes = new Float64Array(arms);
  for (const j of arm) sizes[j]++;
  let [told, bySize] = [0, 0];
  for (let i = 0; i < chance.length; i++) {
    told += Math.log(Math.max(chance[i], floor));
    bySize += Math.log(sizes[arm[i]] / chance.length);
  }
  const effective = weight.reduce((sum, total, j) => sum + total ** 2 / squared[j], 0);
  return {
    propensity,
    least,
    greatest,
    clipped,
    clippedAt: floor,
    effectiveShare: effective / chance.length,
    pseudoR2: Math.max(0, 1 - told / bySize),
  };
}
