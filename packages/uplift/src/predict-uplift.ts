import { ClvError, type FeatureMatrix } from '@clv/contracts';
import { applyEncoding, type TableLike } from '@clv/table';
import type { UpliftModel } from './fit-uplift.js';
import { predictByDoublyRobust, type DoublyRobustMember } from './learn/doubly-robust-ensemble.js';
import { predictByMeta, type MetaMember } from './learn/meta-ensemble.js';
import { misshapeOf } from './model-shape.js';
import { dot, JointErrors } from './statistics/joint-errors.js';

/** What the offers would do to each customer. */
export interface UpliftPrediction {
  offers: string[];
  /** Customers x offers, row-major: the change of the outcome against none; of a probability within [-1, 1]. */
  effect: Float64Array;
  /** Of each effect, for the sample that was learned from; it does not cover what the trees cannot express. */
  standardError: Float64Array;
  /**
   * Offers x offers: how the errors of two offers' effects on one customer go together, over all customers. Offers are set
   * against the same customers without one, and are learned from together, so one that looks too good rarely does so alone.
   */
  errorCorrelation: Float64Array;
  /** The outcome expected without an offer. */
  baseline: Float64Array;
}

/**
 * The effect of each offer on each customer. For the customers of the experiment's own log use {@link crossFitUplift}.
 *
 * @throws UnknownColumnError where the table lacks a feature; ClvError `INVALID_MODEL` where the model was never fitted, is
 *   damaged, or was fitted by a later version.
 */
export async function predictUplift(model: UpliftModel, table: TableLike): Promise<UpliftPrediction> {
  assertUpliftModel(model);
  return predictRows(model, applyEncoding(model.encoding, table).matrix);
}

/** This many rows at a time are predicted by all members. */
const block = 65_536;

/** @param unseenBy for each row the one member that may predict it; without it all do, and the mean counts. */
export async function predictRows(
  model: UpliftModel,
  x: FeatureMatrix,
  unseenBy?: Int32Array,
): Promise<UpliftPrediction> {
  const { offers, members, binary } = model;
  const effect = new Float64Array(x.rows * offers.length);
  const standardError = new Float64Array(effect.length);
  const baseline = new Float64Array(x.rows);
  const away = offers.map(() => new Float64Array(members.length));
  const errors = new JointErrors(offers.length);
  const spread = spreadOf(model, unseenBy !== undefined);
  for (let from = 0; from < x.rows; from += block) {
    const rows = Math.min(block, x.rows - from);
    const data = x.data.subarray(from * x.columns, (from + rows) * x.columns);
    const predicted = await byMember(model, { ...x, data, rows });
    for (let i = 0; i < rows; i++) {
      const counted = unseenBy ? [predicted[unseenBy[from + i]]] : predicted;
      for (const { without } of counted) baseline[from + i] += without[i] / counted.length;
      for (let j = 0; j < offers.length; j++) {
        const at = (from + i) * offers.length + j;
        for (const { effects } of counted) effect[at] += effects[j][i] / counted.length;
        let mean = 0;
        for (const { effects } of predicted) mean += effects[j][i] / members.length;
        predicted.forEach(({ effects }, member) => (away[j][member] = effects[j][i] - mean));
        standardError[at] = Math.sqrt(dot(away[j], away[j]) * spread);
      }
      errors.add(away);
    }
  }
  if (binary) effect.forEach((value, at) => (effect[at] = Math.min(1, Math.max(-1, value))));
  return {
    offers: [...offers],
    effect,
    standardError,
    errorCorrelation: errors.correlation,
    baseline,
  };
}

/**
 * What makes a variance of squared distances between members: of their mean by the jackknife or the bootstrap; of a single
 * one that has a fold less to learn from, in proportion more.
 */
function spreadOf({ resampling, members }: UpliftModel, single: boolean): number {
  const count = members.length;
  if (resampling === 'bootstrap') return 1 / (count - 1);
  return single ? 1 : (count - 1) / count;
}

async function byMember({ learner, members, outcomes }: UpliftModel, x: FeatureMatrix) {
  if (learner === 'DR') return predictByDoublyRobust(members as DoublyRobustMember[], outcomes ?? [], x);
  const predictions = [];
  for (const member of members as MetaMember[]) predictions.push(await predictByMeta(member, x));
  return predictions;
}

function assertUpliftModel(model: UpliftModel): void {
  const invalid = (message: string, path: string) => new ClvError('INVALID_MODEL', message, { path });
  if (model?.format !== 'clv-uplift' || !Array.isArray(model.members)) {
    throw invalid(`format must be clv-uplift: ${String(model?.format)}; fit a model first`, 'format');
  }
  if (![1, 2, 3, 4, 5, 6].includes(model.version)) {
    throw invalid(`unknown version of clv-uplift: ${String(model.version)}; fit the model again`, 'version');
  }
  if (model.members.length === 0)
    throw invalid('members must be at least one; fit the model again', 'members');
  const misshape = misshapeOf(model);
  if (misshape) throw invalid(`${misshape.path} ${misshape.fault}`, misshape.path);
}
