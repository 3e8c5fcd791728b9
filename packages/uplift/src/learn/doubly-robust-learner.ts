import type { FeatureMatrix } from '@clv/contracts';
import type { GbdtModel } from '@clv/gbdt';
import type { Experiment } from '../experiment.js';
import { doublyRobustScores, precisionOfScores } from './doubly-robust-scores.js';
import { takeRows, withColumn } from './features.js';
import { mixtureOf, type Mixture } from './mixture.js';
import { effectParams } from './params.js';
import { predict, regress, type TrainingControl } from './regress.js';

/** What the DR learner found of one offer. */
export interface DoublyRobustEffect {
  learner: 'DR';
  /** The regression of doubly robust scores on the features and the outcome expected without the offer. */
  scores: GbdtModel;
  mixture: Mixture;
  /** The average effect on the customers that were learned from. */
  average: number;
}

export interface ScoredRows {
  experiment: Experiment;
  /** Rows x arms, none first: outcomes expected by models that have not seen the row. */
  expected: Float32Array;
  /** The chance of what each row got. */
  chance: Float64Array;
}

/**
 * Regresses doubly robust scores (Kennedy 2023), each counted by its precision, and mixes the result with what the outcome
 * models tell themselves.
 *
 * @param offer counted from 0.
 * @param rows to learn from; a bootstrap sample has some of them more than once.
 * @param apart which of them are kept apart at first, to weigh the estimates by.
 */
export async function learnEffect(
  { experiment, expected, chance }: ScoredRows,
  offer: number,
  rows: Int32Array,
  apart: (row: number) => boolean,
  control: TrainingControl,
): Promise<DoublyRobustEffect> {
  const scores = doublyRobustScores(experiment, offer, expected, chance);
  const precision = precisionOfScores(experiment, offer, expected, rows);
  const arms = experiment.offers.length + 1;
  const featuresOf = (of: Int32Array) =>
    withBaseline(
      takeRows(experiment.x, of),
      Float32Array.from(of, (row) => expected[row * arms]),
    );
  const fit = (of: Int32Array) =>
    regress(
      featuresOf(of),
      at(scores, of),
      false,
      effectParams(of.length),
      control,
      averagingOne(at(precision, of)),
    );

  const [judging, learning] = [rows.filter(apart), rows.filter((row) => !apart(row))];
  const tried = await fit(learning);
  const average = meanOf(at(scores, learning));
  const mixture = mixtureOf({
    scores: at(scores, judging),
    precision: at(precision, judging),
    byOutcomes: Float64Array.from(judging, (row) => expected[row * arms + offer + 1] - expected[row * arms]),
    byScores: Float64Array.from(await predict(tried, featuresOf(judging))),
    average,
  });
  return { learner: 'DR', scores: await fit(rows), mixture, average: meanOf(at(scores, rows)) };
}

/**
 * The effect of the offer on each row.
 *
 * @param without the outcome expected without the offer; `withOffer` the same with it.
 */
export async function doublyRobustEffect(
  { scores, mixture, average }: DoublyRobustEffect,
  x: FeatureMatrix,
  without: Float32Array,
  withOffer: Float32Array,
): Promise<Float32Array> {
  const byScores = await predict(scores, withBaseline(x, without));
  const rest = (1 - mixture.outcomes - mixture.scores) * average;
  return byScores.map(
    (effect, i) => mixture.outcomes * (withOffer[i] - without[i]) + mixture.scores * effect + rest,
  );
}

const withBaseline = (x: FeatureMatrix, without: Float32Array) => withColumn(x, 'without_offer', without);

const at = (values: Float64Array, rows: Int32Array) => Float64Array.from(rows, (row) => values[row]);

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

function averagingOne(weights: Float64Array): Float64Array {
  const mean = meanOf(weights);
  return weights.map((weight) => weight / mean);
}
