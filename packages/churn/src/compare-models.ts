import {
  checkOptionNames,
  checkSeed,
  checkWhole,
  InvalidInputError,
  randomSource,
  shapes,
  type Fault,
} from '@clv/contracts';
import type { ChurnReport, ScoredCustomers } from './evaluate.js';
import { placementsOn, varianceOfMean, z95, type Interval } from './metrics/delong.js';
import { surprise } from './metrics/probability-loss.js';
import { areaUnderRoc } from './metrics/roc-auc.js';
import { scoreLadder } from './metrics/score-ladder.js';
import { stream } from './rows/streams.js';

/** A - B, in one measure. */
export interface PairedDifference {
  difference: number;
  /** Its 95% interval; if 0 lies outside, the difference is unlikely to be chance. */
  interval: Interval;
}

/** Model A less model B on the same held-out customers, each difference with its interval. */
export interface ModelComparison {
  /** Above 0 where A ranks better (paired DeLong). */
  auc: PairedDifference;
  /** Below 0 where A's probabilities are better (paired bootstrap). */
  logLoss: PairedDifference;
}

/** How the interval of the difference in log-loss is drawn. */
export interface CompareOptions {
  /** How often customers are resampled for the interval of the log-loss, at most a million times (default 1,000). */
  resamples?: number;
  /** The same seed gives the same interval (default 42). */
  seed?: number;
}

/**
 * Compares two models on the same customers, by reports that were made with `keepScores`.
 *
 * @throws InvalidInputError where a report has no scores, or the reports are not of the same customers; InvalidOptionError for an
 *   option that is out of range or unknown.
 */
export function compareModels(a: ChurnReport, b: ChurnReport, options: CompareOptions = {}): ModelComparison {
  checkOptionNames(options, { resamples: true, seed: true });
  const { resamples = 1000, seed = 42 } = options;
  checkSeed(seed);
  checkWhole('resamples', resamples, 1, 1_000_000);
  const [scoredA, scoredB] = pairOf(a, b);
  return {
    auc: aucDifference(scoredA, scoredB),
    logLoss: logLossDifference(scoredA, scoredB, resamples, seed),
  };
}

function pairOf(a: ChurnReport, b: ChurnReport): [ScoredCustomers, ScoredCustomers] {
  const faults: Fault[] = [];
  const complain = (path: string, message: string) => faults.push({ rule: 'not-comparable', message, path });
  if (!hasScores(a)) complain('a.scores', 'the first report has no scores: evaluate with keepScores');
  if (!hasScores(b)) complain('b.scores', 'the second report has no scores: evaluate with keepScores');
  if (faults.length > 0) throw new InvalidInputError(faults);
  const [first, second] = [a.scores!, b.scores!];
  const same =
    first.labels.length === second.labels.length &&
    first.labels.every((label, row) => label === second.labels[row]);
  if (same) return [first, second];
  complain('b.scores.labels', 'the reports are not of the same customers: their labels differ');
  throw new InvalidInputError(faults);
}

const { finite, listOf, record } = shapes;
const scored = record({ scores: record({ labels: listOf(finite), probabilities: listOf(finite) }) });
const hasScores = (report: ChurnReport) => scored(report, '') === undefined;

/** DeLong, DeLong and Clarke-Pearson 1988: the variance of the difference from the paired placements. */
function aucDifference(a: ScoredCustomers, b: ScoredCustomers): PairedDifference {
  const [ofA, ofB] = [rankedRows(a), rankedRows(b)];
  const difference = ofA.auc - ofB.auc;
  let variance = 0;
  for (const kind of [1, 0]) {
    const rows = [...a.labels.keys()].filter((row) => a.labels[row] === kind);
    const squares = rows.reduce(
      (sum, row) => sum + (ofA.placement[row] - ofB.placement[row] - difference) ** 2,
      0,
    );
    variance += varianceOfMean(squares, rows.length);
  }
  const margin = z95 * Math.sqrt(variance);
  return { difference, interval: [difference - margin, difference + margin] };
}

/** Each customer's placement: the share of the other kind against which the customer is ordered rightly. */
function rankedRows({ labels, probabilities }: ScoredCustomers): { auc: number; placement: Float64Array } {
  const ladder = scoreLadder(labels, probabilities);
  const { churned, stayed } = placementsOn(ladder);
  const stepOf = new Map(Array.from(ladder.scores, (score, step) => [score, step]));
  const placement = Float64Array.from(labels, (label, row) => {
    const step = stepOf.get(probabilities[row])!;
    return label === 1 ? churned[step] : stayed[step];
  });
  return { auc: areaUnderRoc(ladder), placement };
}

function logLossDifference(
  a: ScoredCustomers,
  b: ScoredCustomers,
  resamples: number,
  seed: number,
): PairedDifference {
  const gaps = Float64Array.from(a.labels, (label, row) => {
    return surprise(label, a.probabilities[row]) - surprise(label, b.probabilities[row]);
  });
  const random = randomSource(seed, stream.bootstrap);
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let i = 0; i < gaps.length; i++) sum += gaps[Math.floor(random() * gaps.length)];
    return sum / gaps.length;
  }).sort();
  const at = (share: number) => means[Math.min(resamples - 1, Math.floor(share * resamples))];
  return {
    difference: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
    interval: [at(0.025), at(0.975)],
  };
}
