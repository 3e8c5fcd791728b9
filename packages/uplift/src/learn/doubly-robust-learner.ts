import type { FeatureMatrix } from '@clv/contracts';
import type { Experiment } from '../experiment/experiment.js';
import { mixedEffects, mixturesOf, type Mixtures } from './common-and-apart.js';
import { doublyRobustScores, precisionOfScores } from './doubly-robust-scores.js';
import { takeRows, withColumn } from './features.js';
import { climbing, ladderOf, type Ladder } from './ladder.js';
import { mostFeaturesOfLine, tellsLittleApart } from './params.js';
import type { TrainingControl } from './regress.js';
import { awayByLine, fitScoreLine, type ScoreLine } from './score-line.js';
import {
  estimatesByScores,
  fitScoreTrees,
  overOffers,
  type OfferScores,
  type ScoreTrees,
} from './score-trees.js';
import { stretched, stretchOf, type Stretch } from './stretch.js';

/** Regressions of doubly robust scores on the features and the outcome expected without an offer. */
interface ScoreRegressions {
  trees: ScoreTrees;
  /** Shared by all offers; where there are several, few rows and few features. */
  line?: ScoreLine;
}

/** What the DR learner found of the offers. */
export interface DoublyRobustEffects extends ScoreRegressions {
  learner: 'DR';
  /**
   * How much goes into an effect of what the difference between the outcomes expected with and without the offer says, what
   * its own trees say, what those that offers share say, and what the line says.
   */
  mixtures: Mixtures;
  /** Of each offer, by how much its effects are then larger or smaller; models of versions 1 to 5 have none. */
  stretches?: Stretch[];
  /** Where some offers are known to differ in strength alone. */
  ladder?: Ladder;
}

export interface ScoredRows {
  experiment: Experiment;
  /** Rows x arms, none first: outcomes expected by models that have not seen the row. */
  expected: Float32Array;
  /** The chance of what each row got. */
  chance: Float64Array;
}

/**
 * Before any row has spoken the outcome models and the scores count alike; of the scores, where there are several offers, those
 * of all together. What sets an offer apart has fewer customers to learn from and must be shown. A line counts as much again on
 * top of them: what is drawn to nothing where few rows speak holds back too much, and more so the mean of several members.
 */
function priorOf({ trees, line }: ScoreRegressions): Mixtures {
  if (!trees.shared) return { common: [0.5, 0.5], apart: [0, 0] };
  if (!line) return { common: [0.5, 0, 0.5], apart: [0.2, 0, 0] };
  return { common: [0.5, 0, 0.5, 0.5], apart: [0.2, 0, 0, 0] };
}

/**
 * Regresses doubly robust scores (Kennedy 2023), mixes the result with what the outcome models tell themselves, and stretches it.
 *
 * @param rows to learn from; a bootstrap sample has some of them more than once.
 * @param apart which of them are kept apart at first, to weigh the estimates by.
 */
export async function learnEffects(
  { experiment, expected, chance }: ScoredRows,
  rows: Int32Array,
  apart: (row: number) => boolean,
  control: TrainingControl,
): Promise<DoublyRobustEffects> {
  const { offers, x, binary, ladder } = experiment;
  const arms = offers.length + 1;
  const scored = offers.map((_, offer) => ({
    scores: doublyRobustScores(experiment, offer, expected, chance),
    precision: precisionOfScores(experiment, offer, expected, rows),
  }));
  const armOf = (arm: number, of: Int32Array) => Float32Array.from(of, (row) => expected[row * arms + arm]);
  const featuresOf = (of: Int32Array) => withBaseline(takeRows(x, of), armOf(0, of));
  const lined = offers.length > 1 && tellsLittleApart(rows.length) && x.columns <= mostFeaturesOfLine;
  const fit = async (of: Int32Array): Promise<ScoreRegressions> => {
    const [features, told] = [featuresOf(of), atRows(scored, of)];
    const trees = await fitScoreTrees(features, told, control);
    if (!lined) return { trees };
    return {
      trees,
      line: fitScoreLine(features, overOffers(told, trees.averages), meanOf(trees.averages), binary),
    };
  };

  const [judging, learning] = [rows.filter(apart), rows.filter((row) => !apart(row))];
  const tried = await fit(learning);
  const expectedOf = [armOf(0, judging), ...offers.map((_, offer) => armOf(offer + 1, judging))];
  const estimates = await estimatesOf(tried, featuresOf(judging), expectedOf);
  const heldOut = atRows(scored, judging);
  const { averages } = tried.trees;
  const mixtures = mixturesOf(heldOut, estimates, averages, priorOf(tried));
  const stretches = mixedEffects(estimates, averages, mixtures).map((effects, offer) =>
    stretchOf(heldOut[offer], effects),
  );
  const found = { learner: 'DR' as const, ...(await fit(rows)), mixtures, stretches };
  return ladder ? { ...found, ladder: ladderOf(ladder, atRows(scored, rows), found.trees.averages) } : found;
}

/**
 * The effect of each offer on each row.
 *
 * @param expected the outcome expected of each row under each arm, none first.
 */
export async function doublyRobustEffects(
  effects: DoublyRobustEffects,
  x: FeatureMatrix,
  expected: readonly Float32Array[],
): Promise<Float32Array[]> {
  const estimates = await estimatesOf(effects, withBaseline(x, expected[0]), expected);
  const { trees, mixtures, stretches, ladder } = effects;
  const mixed = mixedEffects(estimates, trees.averages, mixtures);
  const sized = stretches ? mixed.map((each, offer) => stretched(each, stretches[offer])) : mixed;
  return ladder ? climbing(sized, trees.averages, ladder) : sized;
}

/** By offer the estimates of its effect on each row, in the mixture's order. */
async function estimatesOf(
  { trees, line }: ScoreRegressions,
  features: FeatureMatrix,
  expected: readonly Float32Array[],
) {
  const [without, ...withOffer] = expected;
  const byTrees = await estimatesByScores(trees, features);
  const away = line && awayByLine(line, features);
  return byTrees.map((estimates, offer) => [
    without.map((outcome, i) => withOffer[offer][i] - outcome),
    ...estimates,
    ...(away ? [away.map((each) => trees.averages[offer] + each)] : []),
  ]);
}

const atRows = (scored: readonly OfferScores[], rows: Int32Array): OfferScores[] =>
  scored.map(({ scores, precision }) => ({ scores: at(scores, rows), precision: at(precision, rows) }));

const at = (values: Float64Array, rows: Int32Array) => Float64Array.from(rows, (row) => values[row]);

const withBaseline = (x: FeatureMatrix, without: Float32Array) => withColumn(x, 'without_offer', without);

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
