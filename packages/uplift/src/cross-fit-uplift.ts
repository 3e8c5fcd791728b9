import type { TableLike } from '@clv/table';
import { tableRows } from './experiment/table-rows.js';
import { learnUplift, type UpliftModel, type UpliftOptions } from './fit-uplift.js';
import { predictRows, predictUplift, type UpliftPrediction } from './predict-uplift.js';

/** A model for other customers, and honest effects for those it was learned from. */
export interface CrossFittedUplift {
  /** For other customers: what {@link fitUplift} gives. */
  model: UpliftModel;
  /**
   * For the table's own customers, in its order: each predicted by models that have not seen that customer's outcome. Where
   * it is not known none has, and they are predicted as {@link predictUplift} does.
   */
  crossFitted: UpliftPrediction;
}

/**
 * Learns from an experiment's log, and predicts what each offer would do to the customers of that same log. A model that has
 * seen a customer's outcome mistakes some of its noise for an effect. Here nothing that a customer's figures rest on has seen
 * it: neither the effects nor the outcome models.
 *
 * @throws InvalidInputError with every fault of the log; InvalidOptionError for an option out of range.
 */
export async function crossFitUplift(
  table: TableLike,
  options: Omit<UpliftOptions, 'resampling' | 'resamples'>,
): Promise<CrossFittedUplift> {
  const { model, experiment, fold } = await learnUplift(table, { ...options, resampling: 'jackknife' });
  const { x, rows, counts } = experiment;
  const ofLog = await predictRows(model, x, fold);
  if (rows.length === counts.rows) return { model, crossFitted: ofLog };
  const others = rowsBut(rows, counts.rows);
  const columns = model.encoding.columns.map(({ column }) => column);
  const ofOthers = await predictUplift(model, tableRows(table, others, columns));
  const place = (part: 'effect' | 'standardError' | 'baseline') => {
    const width = part === 'baseline' ? 1 : model.offers.length;
    const all = new Float64Array(counts.rows * width);
    put(all, ofLog[part], rows, width);
    put(all, ofOthers[part], others, width);
    return all;
  };
  return {
    model,
    crossFitted: {
      ...ofLog,
      effect: place('effect'),
      standardError: place('standardError'),
      baseline: place('baseline'),
    },
  };
}

/** All rows but some, both ascending. */
function rowsBut(some: Int32Array, rows: number): Int32Array {
  let next = 0;
  return Int32Array.from({ length: rows }, (_, row) => row).filter((row) => {
    if (some[next] !== row) return true;
    next++;
    return false;
  });
}

function put(matrix: Float64Array, part: Float64Array, rows: Int32Array, width: number): void {
  rows.forEach((row, i) => matrix.set(part.subarray(i * width, (i + 1) * width), row * width));
}
