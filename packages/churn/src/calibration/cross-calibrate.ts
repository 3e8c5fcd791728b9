import { logLoss } from '../metrics/probability-loss.js';
import { areaUnderRoc } from '../metrics/roc-auc.js';
import { scoreLadder, type ScoreLadder } from '../metrics/score-ladder.js';
import { risingOrder } from '../rows/rising-order.js';
import { everyRow, rowsInFold, rowsInOtherFolds, selectValues, spreadOver } from '../rows/select-rows.js';
import { applyCalibration } from './apply-calibration.js';
import type { Calibration, CalibrationMethod } from './calibration.js';
import { enoughToFit, fitCalibration, ladderToCalibrate } from './fit-calibration.js';

export interface CrossCalibrated {
  /** Fitted on the held-out margins of all customers. */
  calibration: Calibration;
  /** Each customer's probability, by a calibration that was fitted on the other folds' margins. */
  probabilities: Float64Array;
}

/** A method may pool customers who ought to be told apart; one that loses more AUC within folds than this is passed over. */
const tolerableCost = 0.001;

/** Methods are compared on this many customers; the chosen one is applied to all. */
const enoughToChoose = 100_000;

/**
 * Calibrates held-out margins. Of several methods, it takes the one with the least held-out log-loss among those that
 * do not cost AUC.
 *
 * @param margins each customer's margin, by trees that did not see that customer.
 * @param labels 0 or 1.
 * @param foldOf the fold in which each customer was held out.
 */
export function crossCalibrate(
  methods: readonly CalibrationMethod[],
  margins: Float64Array,
  labels: Float64Array,
  foldOf: Int8Array,
): CrossCalibrated {
  const customers = { margins, labels, foldOf };
  const everyone = everyRow(labels.length);
  const some = byMargin(margins, someOfEachFold(foldOf, enoughToChoose));
  const method = bestMethod(methods, customersAt(customers, some));
  // Of more, which are taken depends on the order in which they stand.
  const rows = everyone.length > enoughToFit ? everyone : byMargin(margins, everyone);
  const all = customersAt(customers, rows);
  const probabilities = new Float64Array(margins.length);
  heldOut(method, all.margins, partsOf(all)).forEach((p, i) => (probabilities[rows[i]] = p));
  return { calibration: fitCalibration(method, ladderToCalibrate(all.margins, all.labels)), probabilities };
}

/** About so many rows, in order, as many of each fold: where folds repeat, every fifth row may be of one fold alone. */
function someOfEachFold(foldOf: Int8Array, most: number): Uint32Array {
  if (foldOf.length <= most) return everyRow(foldOf.length);
  const folds = foldsOf(foldOf);
  const some = Array.from({ length: folds }, (_, fold) =>
    spreadOver(rowsInFold(foldOf, fold), Math.ceil(most / folds)),
  );
  return Uint32Array.from(some.flatMap((rows) => Array.from(rows))).sort();
}

const foldsOf = (foldOf: Int8Array): number => foldOf.reduce((most, fold) => Math.max(most, fold), 0) + 1;

/** Customers by what they are calibrated by, one entry each. */
interface Customers {
  margins: Float64Array;
  labels: Float64Array;
  foldOf: Int8Array;
}

const customersAt = ({ margins, labels, foldOf }: Customers, rows: Uint32Array): Customers => ({
  margins: selectValues(margins, rows),
  labels: selectValues(labels, rows),
  foldOf: Int8Array.from(selectValues(foldOf, rows)),
});

/** The rows from the lowest margin to the highest, in which order ladders are built without sorting again. */
function byMargin(margins: Float64Array, rows: Uint32Array): Uint32Array {
  return risingOrder(selectValues(margins, rows)).map((place) => rows[place]);
}

function bestMethod(methods: readonly CalibrationMethod[], customers: Customers): CalibrationMethod {
  if (methods.length === 1) return methods[0];
  const { margins, labels } = customers;
  const parts = partsOf(customers);
  const candidates = methods.map((method) => {
    const probabilities = heldOut(method, margins, parts);
    const loss = logLoss(scoreLadder(labels, probabilities));
    return { method, loss, auc: aucWithin(parts, labels, probabilities) };
  });
  const bestAuc = Math.max(...candidates.map(({ auc }) => auc));
  const [best] = candidates
    .filter(({ auc }) => auc >= bestAuc - tolerableCost)
    .sort((a, b) => a.loss - b.loss);
  return best.method;
}

/**
 * The AUC among customers of the same fold: those of two are put in order by two calibrations, which differ by chance, and
 * where margins tell little that alone would seem to cost AUC.
 */
function aucWithin(parts: readonly Part[], labels: Float64Array, probabilities: Float64Array): number {
  let [ordered, pairs] = [0, 0];
  for (const { inside } of parts) {
    const own = selectValues(labels, inside);
    if (own.every((label) => label === own[0])) continue;
    const ladder = scoreLadder(own, selectValues(probabilities, inside));
    const weight = ladder.positives * ladder.negatives;
    ordered += weight * areaUnderRoc(ladder);
    pairs += weight;
  }
  return pairs > 0 ? ordered / pairs : 0.5;
}

/** The customers of a fold, and what those of the others show. */
interface Part {
  inside: Uint32Array;
  outside: ScoreLadder;
}

function partsOf({ margins, labels, foldOf }: Customers): Part[] {
  return Array.from({ length: foldsOf(foldOf) }, (_, fold) => ({
    inside: rowsInFold(foldOf, fold),
    outside: ladderToCalibrate(margins, labels, rowsInOtherFolds(foldOf, fold)),
  }));
}

function heldOut(method: CalibrationMethod, margins: Float64Array, parts: Part[]): Float64Array {
  const probabilities = new Float64Array(margins.length);
  for (const { inside, outside } of parts) {
    const calibrated = applyCalibration(fitCalibration(method, outside), selectValues(margins, inside));
    for (let i = 0; i < inside.length; i++) probabilities[inside[i]] = calibrated[i];
  }
  return probabilities;
}
