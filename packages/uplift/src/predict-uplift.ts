import { applyEncoding, type TableLike } from '@clv/table';
import type { UpliftModel } from './fit-uplift.js';
import { effectOf } from './learn/learners.js';
import { predict } from './learn/regress.js';

/** What the offers would do to each customer. */
export interface UpliftPrediction {
  offers: string[];
  /** Customers x offers, row-major: the change of the outcome against none; of a probability within [-1, 1]. */
  effect: Float64Array;
  /** Of each effect, for the sample that was learned from; it does not cover what the trees cannot express. */
  standardError: Float64Array;
  /** The outcome expected without an offer. */
  baseline: Float64Array;
}

/**
 * The effect of each offer on each customer.
 *
 * @throws UnknownColumnError where the table lacks a feature.
 */
export async function predictUplift(model: UpliftModel, table: TableLike): Promise<UpliftPrediction> {
  const { matrix } = applyEncoding(model.encoding, table);
  const { offers, members, binary } = model;
  const effect = new Float64Array(matrix.rows * offers.length);
  const squares = new Float64Array(matrix.rows * offers.length);
  const baseline = new Float64Array(matrix.rows);
  for (const { none, effects } of members) {
    const without = await predict(none, matrix);
    for (let i = 0; i < matrix.rows; i++) baseline[i] += without[i] / members.length;
    for (let j = 0; j < offers.length; j++) {
      const found = await effectOf(effects[j], matrix, without);
      for (let i = 0; i < matrix.rows; i++) {
        effect[i * offers.length + j] += found[i] / members.length;
        squares[i * offers.length + j] += found[i] ** 2 / members.length;
      }
    }
  }
  const inflation =
    model.resampling === 'jackknife' ? members.length - 1 : members.length / (members.length - 1);
  const standardError = squares.map((square, i) =>
    Math.sqrt(Math.max(0, square - effect[i] ** 2) * inflation),
  );
  if (binary) effect.forEach((value, i) => (effect[i] = Math.min(1, Math.max(-1, value))));
  return { offers: [...offers], effect, standardError, baseline };
}
