import type { FeatureMatrix } from '@clv/contracts';
import type { GbdtModel } from '@clv/gbdt';
import type { Experiment } from '../experiment/experiment.js';
import { takeRows, withColumn } from './features.js';
import { jointOutcomeParams, outcomeParams } from './params.js';
import { predict, regress, type TrainingControl } from './regress.js';

/** The outcome of those who got arm `arm`, among some rows. */
export function fitOutcomeOfArm(
  experiment: Experiment,
  rows: Int32Array,
  arm: number,
  control: TrainingControl,
): Promise<GbdtModel> {
  const { x, outcome, binary } = experiment;
  const got = rows.filter((i) => experiment.arm[i] === arm);
  const y = Float64Array.from(got, (i) => outcome[i]);
  return regress({ x: takeRows(x, got), y, binary }, outcomeParams, control);
}

/** The outcome under every arm, by trees that all arms share: the arm is one more feature. */
export interface OutcomeModel {
  trees: GbdtModel;
  /** The code of each arm, none first: its place in the order of mean outcomes, so that a split separates weak from strong. */
  codes: number[];
}

export async function fitOutcomes(
  experiment: Experiment,
  rows: Int32Array,
  control: TrainingControl,
): Promise<OutcomeModel> {
  const { x, arm, outcome, binary } = experiment;
  const codes = placesByOutcome(experiment, rows);
  const coded = withColumn(
    takeRows(x, rows),
    'offer',
    Float32Array.from(rows, (i) => codes[arm[i]]),
  );
  const y = Float64Array.from(rows, (i) => outcome[i]);
  const trees = await regress({ x: coded, y, binary }, jointOutcomeParams(rows.length), control);
  return { trees, codes };
}

/** The outcome of each row under each arm, none first. */
export async function predictOutcomes(
  { trees, codes }: OutcomeModel,
  x: FeatureMatrix,
): Promise<Float32Array[]> {
  const column = x.columns;
  const coded = withColumn(x, 'offer', new Float32Array(x.rows));
  const expected: Float32Array[] = [];
  for (const code of codes) {
    for (let i = 0; i < coded.rows; i++) coded.data[i * coded.columns + column] = code;
    expected.push(await predict(trees, coded));
  }
  return expected;
}

function placesByOutcome({ arm, outcome, offers }: Experiment, rows: Int32Array): number[] {
  const sums = new Float64Array(offers.length + 1);
  const counts = new Float64Array(offers.length + 1);
  for (const i of rows) {
    sums[arm[i]] += outcome[i];
    counts[arm[i]]++;
  }
  const means = Array.from(sums, (sum, j) => sum / Math.max(1, counts[j]));
  const order = [...means.keys()].sort((a, b) => means[a] - means[b] || a - b);
  return means.map((_, j) => order.indexOf(j));
}
