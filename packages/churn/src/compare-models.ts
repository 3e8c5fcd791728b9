import {
  amountDifference,
  InvalidInputError,
  shapes,
  studentQuantile,
  varianceFreedom,
  type Fault,
} from '@clv/contracts';
import type { ChurnReport, ScoredCustomers } from './evaluate.js';
import { placementsOn, type Interval } from './metrics/delong.js';
import { surprise } from './metrics/probability-loss.js';
import { areaUnderRoc } from './metrics/roc-auc.js';
import { scoreLadder } from './metrics/score-ladder.js';

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
  /** Below 0 where A's probabilities are better (paired, by Student's t). */
  logLoss: PairedDifference;
}

/**
 * Compares two models on the same customers, by reports that were made with `keepScores`.
 *
 * @throws InvalidInputError where a report has no scores, or the reports are not of the same customers.
 */
export function compareModels(a: ChurnReport, b: ChurnReport): ModelComparison {
  const [scoredA, scoredB] = pairOf(a, b);
  return { auc: aucDifference(scoredA, scoredB), logLoss: logLossDifference(scoredA, scoredB) };
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

/**
 * DeLong, DeLong and Clarke-Pearson 1988: the variance of the difference from the paired placements, each kind's moderated by what both
 * say, as those of the AUC itself are, so that the few who left claim no certainty.
 */
function aucDifference(a: ScoredCustomers, b: ScoredCustomers): PairedDifference {
  const [ofA, ofB] = [rankedRows(a), rankedRows(b)];
  const difference = ofA.auc - ofB.auc;
  const [stayed, churned] = [0, 1].map((kind) => {
    const rows = [...a.labels.keys()].filter((row) => a.labels[row] === kind);
    const squares = rows.reduce(
      (sum, row) => sum + (ofA.placement[row] - ofB.placement[row] - difference) ** 2,
      0,
    );
    return { count: rows.length, mean: difference, squares };
  });
  const { low, high } = amountDifference({ value: difference, none: stayed, offered: churned }, 0.95);
  return { difference, interval: [Math.max(-1, low), Math.min(1, high)] };
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

/** Customers whom one model is surer of than the other make tails that are heavy, and the interval wider. */
function logLossDifference(a: ScoredCustomers, b: ScoredCustomers): PairedDifference {
  const gaps = a.labels.map(
    (label, row) => surprise(label, a.probabilities[row]) - surprise(label, b.probabilities[row]),
  );
  const count = gaps.length;
  const difference = gaps.reduce((sum, gap) => sum + gap, 0) / count;
  const sumOf = (power: number) => gaps.reduce((sum, gap) => sum + (gap - difference) ** power, 0);
  const squares = sumOf(2);
  const freedom = varianceFreedom({ count, squares, fourths: sumOf(4) });
  const margin = studentQuantile(0.95, freedom) * Math.sqrt(squares / (count - 1) / count);
  return { difference, interval: [difference - margin, difference + margin] };
}
