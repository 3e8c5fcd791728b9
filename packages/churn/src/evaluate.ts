import { checkOptionNames, InvalidInputError, InvalidOptionError, type OptionNames } from '@clv/contracts';
import { brierParts, type BrierParts } from './metrics/brier-parts.js';
import { equalMassBins, expectedCalibrationError, type CalibrationBin } from './metrics/calibration-curve.js';
import { aucInterval, type Interval } from './metrics/delong.js';
import {
  empcOptionNames,
  expectedMaximumProfit,
  type EmpcOptions,
  type ExpectedMaximumProfit,
} from './metrics/empc.js';
import { kolmogorovSmirnov } from './metrics/kolmogorov-smirnov.js';
import { liftAtDeciles, type LiftPoint } from './metrics/lift.js';
import { averagePrecision } from './metrics/pr-auc.js';
import { brierScore, logLoss } from './metrics/probability-loss.js';
import { bestProfit, type ProfitPoint } from './metrics/profit-curve.js';
import { areaUnderRoc } from './metrics/roc-auc.js';
import { scoreLadder, type ScoreLadder } from './metrics/score-ladder.js';
import { targetingPath } from './metrics/targeting-path.js';

/** How good probabilities were, judged by what happened: plain data. */
export interface ChurnReport {
  /** Customers whose outcome is known. */
  rows: number;
  /** The share of them that churned. */
  churnRate: number;
  /** The area under the ROC curve: 0.5 is no better than chance, 1 is perfect. */
  auc: number;
  /** Its 95% interval (DeLong, on the scale of log-odds; of few customers moderated). */
  aucInterval: Interval;
  /** The average precision: the churn rate is no better than chance, 1 is perfect. */
  prAuc: number;
  /** The mean of -log(the probability given to what happened, taken as 1e-15 at least), in nats; less is better. */
  logLoss: number;
  /** The mean squared error of the probabilities; less is better. */
  brier: number;
  brierParts: BrierParts;
  /** The expected calibration error over the bins of the curve; 0 is perfect. */
  ece: number;
  /** Ten bins of equal mass, from low to high probability. */
  calibrationCurve: CalibrationBin[];
  /** What the tenths of highest probability hold. */
  deciles: LiftPoint[];
  /** The greatest distance between the shares of churners and of others above a threshold. */
  ks: number;
  /** The expected maximum profit, where how many can be kept is uncertain. */
  empc: ExpectedMaximumProfit;
  /** The maximum profit where as many can be kept as is expected, and the best threshold. */
  mpc: ProfitPoint;
  /** Only with `keepScores`. */
  scores?: ScoredCustomers;
}

/** The customers whose outcome is known. */
export interface ScoredCustomers {
  /** 1 churned, 0 stayed. */
  labels: number[];
  probabilities: number[];
}

/** What a campaign costs and earns, for the figures in money (see `empc`). */
export interface EvaluateOptions extends EmpcOptions {
  /** Whether the report keeps labels and probabilities, which `compareModels` needs (default false). */
  keepScores?: boolean;
}

const optionNames: OptionNames<EvaluateOptions> = { ...empcOptionNames, keepScores: true };

/**
 * Judges probabilities by what happened.
 *
 * @param labels 1 churned, 0 stayed, -1 not known (left out).
 * @param probabilities of churn, in [0, 1], as many as labels, by a model that did not see these labels.
 * @throws InvalidInputError where only one kind of customer is there, or a value or cost is out of range; InvalidOptionError for an
 *   unknown option.
 */
export function evaluateChurn(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: EvaluateOptions = {},
): ChurnReport {
  checkOptionNames(options, optionNames);
  const { keepScores = false, ...campaign } = options;
  if (typeof keepScores !== 'boolean')
    throw new InvalidOptionError('keepScores', `keepScores must be true or false: ${String(keepScores)}`);
  const ladder = scoreLadder(labels, probabilities);
  refuseScoresBeyondOne(ladder);
  const path = targetingPath(ladder);
  const curve = equalMassBins(ladder, 10);
  const { alpha = 6, beta = 14, ...costs } = campaign;
  const rows = ladder.positives + ladder.negatives;
  return {
    rows,
    churnRate: ladder.positives / rows,
    auc: areaUnderRoc(ladder),
    aucInterval: aucInterval(ladder),
    prAuc: averagePrecision(path),
    logLoss: logLoss(ladder),
    brier: brierScore(ladder),
    brierParts: brierParts(ladder),
    ece: expectedCalibrationError(curve),
    calibrationCurve: curve,
    deciles: liftAtDeciles(path),
    ks: kolmogorovSmirnov(path),
    empc: expectedMaximumProfit(path, campaign),
    mpc: bestProfit(path, { gamma: alpha / (alpha + beta), ...costs }),
    ...(keepScores && { scores: knownOnly(labels, probabilities) }),
  };
}

function knownOnly(labels: ArrayLike<number>, probabilities: ArrayLike<number>): ScoredCustomers {
  const rows = Array.from(labels, (_, row) => row).filter((row) => labels[row] >= 0);
  return { labels: rows.map((row) => labels[row]), probabilities: rows.map((row) => probabilities[row]) };
}

function refuseScoresBeyondOne({ scores }: ScoreLadder): void {
  const ends = [scores[0], scores[scores.length - 1]];
  const faults = ends
    .filter((value) => value < 0 || value > 1)
    .map((value) => ({ rule: 'out-of-range', message: `probabilities must lie in [0, 1]: ${value}`, value }));
  if (faults.length > 0) throw new InvalidInputError(faults);
}
