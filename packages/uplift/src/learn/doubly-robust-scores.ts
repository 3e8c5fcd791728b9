import type { Experiment } from '../experiment/experiment.js';

/**
 * Doubly robust scores of an offer against none (Robins, Rotnitzky, Zhao 1994; Kennedy 2023), what each row tells of its
 * effect: mu_a - mu_0 + 1{A = a} (Y - mu_a) / e - 1{A = 0} (Y - mu_0) / e, with e the chance of what the customer got.
 *
 * @param offer counted from 0.
 * @param expected rows x arms, none first: mu, from models that have not seen the row.
 * @param chance of each row, e.
 */
export function doublyRobustScores(
  { arm, outcome, offers }: Experiment,
  offer: number,
  expected: Float32Array,
  chance: Float64Array,
): Float64Array {
  const arms = offers.length + 1;
  const mine = offer + 1;
  return outcome.map((y, i) => {
    const start = i * arms;
    const difference = expected[start + mine] - expected[start];
    if (arm[i] !== mine && arm[i] !== 0) return difference;
    const surprise = (y - expected[start + arm[i]]) / chance[i];
    return arm[i] === mine ? difference + surprise : difference - surprise;
  });
}

/**
 * How much each score tells: the inverse of its variance, from the outcome's variance in the two arms and their shares.
 * A probability near 0 or 1 varies little, so that customers whose outcome is all but certain tell the most.
 *
 * @param rows those that may be looked at for it.
 */
export function precisionOfScores(
  experiment: Experiment,
  offer: number,
  expected: Float32Array,
  rows: Int32Array,
): Float64Array {
  const arms = experiment.offers.length + 1;
  const [none, offered] = [0, offer + 1].map((j) => scoreVariance(experiment, j, expected, rows));
  return experiment.outcome.map(
    (_, i) => 1 / (none(expected[i * arms]) + offered(expected[i * arms + offer + 1])),
  );
}

/** No probability is believed to be nearer to certain than this: one surprise there must not rule the fit. */
const leastVariance = 0.01;

/** The variance that an arm adds to the score of a customer with the given expected outcome. */
function scoreVariance(
  { arm, outcome, offers, binary }: Experiment,
  j: number,
  expected: Float32Array,
  rows: Int32Array,
): (mean: number) => number {
  const arms = offers.length + 1;
  let [customers, squares] = [0, 0];
  for (const i of rows) {
    if (arm[i] !== j) continue;
    customers++;
    squares += (outcome[i] - expected[i * arms + j]) ** 2;
  }
  const share = customers / rows.length;
  const usual = squares / customers / share || 1;
  if (!binary) return () => usual;
  return (mean) => Math.max(leastVariance, mean * (1 - mean)) / share;
}

/** An average effect of an offer on all customers, by AIPW. */
export interface AverageEffect {
  offer: string;
  effect: number;
  standardError: number;
}

/** The mean of an offer's scores, and its standard error. */
export function averageOf(scores: Float64Array): Omit<AverageEffect, 'offer'> {
  const customers = scores.length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / customers;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { effect: mean, standardError: Math.sqrt(squares / (customers - 1) / customers) };
}
