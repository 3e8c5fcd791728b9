import {
  checkArgument,
  checkOptionNames,
  InvalidInputError,
  shapes,
  type Estimate,
  type Fault,
} from '@clv/contracts';
import { checkColumnNames } from '../check-column-names.js';
import { checkFraction } from '../check-fraction.js';
import { intervalAt } from '../statistics/estimate.js';
import { surprisingShare } from '../statistics/surprising-share.js';
import { faultsOfLog, isOfferOf } from './log-faults.js';

/** What an experiment did with each customer, and what came of it. */
export interface ExperimentLog {
  /** How many offers there were, none (number 0) among them. */
  offers: number;
  /** The number of the offer that each customer got. */
  offer: ArrayLike<number>;
  /** The probability with which the experiment gave the customer that offer, in (0, 1]. */
  propensity: ArrayLike<number>;
  /** What counts: 1 for a customer who stayed, or the money they brought. */
  outcome: ArrayLike<number>;
  /** A model's outcome of every offer for every customer, customers x offers, row-major, fitted on other customers; DM and DR need it. */
  predicted?: Float64Array;
}

/**
 * The mean outcome a customer if the policy had been in force, by each estimator. Of outcomes that are all 0 or 1 the intervals of SNIPS
 * and DR hold where nearly all are alike too (Agresti and Coull 1998).
 */
export interface PolicyValue {
  /** Inverse propensity score (Horvitz and Thompson 1952): unbiased, noisy. */
  ips: Estimate;
  /** Self-normalised IPS (Swaminathan and Joachims 2015): a little biased, steadier. */
  snips: Estimate;
  /** Direct method: the model's word alone; its interval leaves the model's own error out. */
  dm?: Estimate;
  /** Doubly robust (Dudik, Langford and Li 2011): right when the propensities or the model are. */
  dr?: Estimate;
  /** The number of equally weighted customers that would say as much (Kish 1965). */
  effectiveSampleSize: number;
  /** How many customers got what the policy would give. */
  matched: number;
  /** Why not to trust the figures, in sentences. */
  warnings: string[];
}

/** With fewer effective customers than this a normal interval means little. */
const fewestEffective = 100;

/**
 * What a policy would have earned, from the log of an experiment that gave offers at random with known propensities.
 *
 * @param policy the number of the offer that the policy gives each customer of the log.
 * @param options.confidence of the intervals (default .95).
 * @throws {InvalidInputError} for lengths that disagree, a missing propensity or one outside (0, 1], offers that do not exist;
 *   {InvalidOptionError} for a confidence outside (0, 1), an option that there is not, or a column whose name is misspelt.
 */
export function evaluatePolicy(
  log: ExperimentLog,
  policy: ArrayLike<number>,
  options: { confidence?: number } = {},
): PolicyValue {
  checkOptionNames(options, { confidence: true });
  const { confidence = 0.95 } = options;
  checkFraction('confidence', confidence);
  checkLog(log, policy);
  const { offer, propensity, outcome, predicted, offers } = log;
  const customers = outcome.length;
  const weight = Float64Array.from({ length: customers }, (_, i) =>
    offer[i] === policy[i] ? 1 / propensity[i] : 0,
  );
  const total = weight.reduce((sum, w) => sum + w, 0);
  const squares = weight.reduce((sum, w) => sum + w * w, 0);
  const matched = weight.reduce((count, w) => count + (w > 0 ? 1 : 0), 0);
  const effectiveSampleSize = squares > 0 ? total ** 2 / squares : 0;
  const isShare = matched > 0 && Array.from(outcome).every((each) => each === 0 || each === 1);
  /** The mean over those who got what the policy would give. */
  const weighted = (of: (i: number) => number) => weight.reduce((sum, w, i) => sum + w * of(i), 0) / total;
  const mean = (contribution: (i: number) => number) => {
    const { mean: value, variance } = meanOf(customers, contribution);
    return intervalAt(confidence, value, Math.sqrt(variance));
  };
  /** The same of contributions that set right what was expected of the outcomes. */
  const corrected = (contribution: (i: number) => number, expectedOf: (i: number) => number) => {
    if (!isShare) return mean(contribution);
    const { mean: value, variance } = meanOf(customers, contribution);
    const expected = weighted(expectedOf);
    const surprise = selfNormalised - expected;
    return surprisingShare(
      { value, expected, surprise, effective: effectiveSampleSize, variance },
      confidence,
    );
  };

  const selfNormalised = weighted((i) => outcome[i]);
  const value: PolicyValue = {
    ips: mean((i) => weight[i] * outcome[i]),
    snips: corrected(
      (i) => selfNormalised + ((weight[i] * customers) / total) * (outcome[i] - selfNormalised),
      () => 0,
    ),
    effectiveSampleSize,
    matched,
    warnings: warningsOf(effectiveSampleSize, matched, customers),
  };
  if (predicted) {
    const underPolicy = (i: number) => predicted[i * offers + policy[i]];
    value.dm = mean(underPolicy);
    value.dr = corrected(
      (i) => underPolicy(i) + weight[i] * (outcome[i] - predicted[i * offers + offer[i]]),
      underPolicy,
    );
  }
  return value;
}

/** The mean of independent contributions, and the variance of that mean. */
function meanOf(count: number, contribution: (i: number) => number) {
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const next = contribution(i);
    const step = next - mean;
    mean += step / (i + 1);
    squares += step * (next - mean);
  }
  return { mean, variance: squares / (count - 1) / count };
}

function warningsOf(effective: number, matched: number, customers: number): string[] {
  if (matched === 0) return ['no customer of the log got what the policy would give: nothing is known of it'];
  if (effective >= fewestEffective) return [];
  return [
    `effective sample size ${effective.toFixed(1)} of ${customers} customers: too small to trust the intervals (at least ${fewestEffective})`,
  ];
}

const logShape = shapes.record({ offers: shapes.whole(1) });
const names: readonly (keyof ExperimentLog)[] = ['offers', 'offer', 'propensity', 'outcome', 'predicted'];

function checkLog(log: ExperimentLog, policy: ArrayLike<number>): void {
  checkArgument('log', log, logShape);
  checkColumnNames('log', log, names);
  const { offers, offer, propensity, outcome, predicted } = log;
  const customers = outcome?.length ?? 0;
  const anOffer = { isSound: isOfferOf(offers), rule: `a whole number from 0 to ${offers - 1}` };
  const finite = { isSound: Number.isFinite, rule: 'a finite number' };
  const faults: Fault[] = faultsOfLog(
    [
      { column: 'offer', values: offer, ...anOffer },
      {
        column: 'propensity',
        values: propensity,
        isSound: (p) => p > 0 && p <= 1,
        rule: 'above 0 and at most 1',
      },
      { column: 'outcome', values: outcome, ...finite },
      { column: 'policy', values: policy, ...anOffer },
    ],
    customers,
  );
  if (predicted !== undefined) {
    const cells = faultsOfLog([{ column: 'predicted', values: predicted, ...finite }], customers * offers);
    faults.push(
      ...cells.map((fault) => ({ ...fault, row: Math.floor(((fault.row ?? 1) - 1) / offers) + 1 })),
    );
  }
  if (customers < 2)
    faults.push({ rule: 'too-few', message: `the log needs at least 2 customers: ${customers}` });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
