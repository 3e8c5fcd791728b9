import { randomSource } from '@clv/contracts';
import { featureColumns, readNumbers } from '@clv/table';
import {
  type CheckOptions,
  type EvaluateOptions,
  type UpliftEvaluation,
  checkExperiment,
  evaluateUplift,
  findLogRows,
} from '@clv/uplift';

import type { Columns } from '../../block/block.js';
import type { CheckedCustomers } from '../customers/check-customers.js';
import { logColumns } from '../customers/count-experiment.js';
import type { LearnedEffects } from '../models/learn-effects.js';
import { offerLabels } from '../customers/offer-labels.js';
import { takeRows } from '../../block/take-rows.js';

/** How well the customers whom an offer keeps were told from the others, each by models that had not seen their outcome. */
export interface JudgedOffer extends Pick<
  UpliftEvaluation,
  'qini' | 'averageEffect' | 'ranking' | 'calibration'
> {
  offer: string;
  label: string;
  /** Of the experiment: who got the offer, or none. */
  customers: number;
  /**
   * Offering it to the first `share` of the customers, those it changes most, keeps `gain` more of all of them: 0.01 is
   * one more in a hundred, with the ends of its 95% interval. The random order goes straight to the last point.
   */
  curve: { share: number; gain: number; low: number; high: number }[];
}

/** `uplift.json`: what an experiment in the input says of the effects that were learned from it. */
export interface JudgedEffects {
  offers: JudgedOffer[];
  /** What speaks against the comparison, in sentences. */
  concerns: string[];
}

/** Of fewer customers than this a curve is all chance. */
const fewestPerArm = 100;
/** As many tell an effect to a fifth of a point; more of a longer log would only take longer. */
const mostJudged = 200_000;
/** As many as a line needs to look smooth. */
const curvePoints = 100;
const none = 'none';

/** The effects by which the log's own customers with a known outcome were prescribed for, together with those outcomes. */
export function judgeEffects(
  { columns, schema, experiment }: CheckedCustomers,
  { effect, offers: known }: LearnedEffects,
  seed: number,
): JudgedEffects | undefined {
  const log = logColumns(schema);
  if (log === undefined) return undefined;
  const { propensity } = schema.roles;
  const { got, outcome, known: inLog, counts } = findLogRows(columns, log);
  const arms = counts.arms.filter((arm) => arm.known >= fewestPerArm).map((arm) => arm.offer);
  const offers = arms.filter((name) => name !== none && known.some(({ id }) => id === name)).sort();
  if (!arms.includes(none) || offers.length === 0) return undefined;

  const next = randomSource(seed);
  const drawn = Math.min(1, mostJudged / inLog.length);
  const inArms = inLog.filter((row) => arms.includes(got[row]) && next() < drawn);
  const chances = propensity === undefined ? undefined : readNumbers(columns, propensity, schema);
  return {
    offers: offers.map((name): JudgedOffer => {
      const column = known.findIndex(({ id }) => id === name);
      const { label } = known[column];
      const rows = inArms.filter((row) => got[row] === name || got[row] === none);
      const treated = Uint8Array.from(rows, (row) => Number(got[row] === name));
      const heldOut = {
        effect: Float64Array.from(rows, (row) => effect[row * known.length + column]),
        outcome: takeRows(outcome, rows),
        treated,
        // The log holds the chance of what each got.
        ...(chances && {
          propensity: Float64Array.from(rows, (row, i) => (treated[i] ? chances[row] : 1 - chances[row])),
        }),
        seed,
      };
      return { offer: name, label, customers: rows.length, ...judged(heldOut) };
    }),
    concerns: concernsOf(columns, {
      ...log,
      propensity,
      features: featureColumns(columns, schema),
      labels: offerLabels(known),
      counts: experiment,
    }),
  };
}

/** What is told of an offer's effects. */
function judged(
  heldOut: EvaluateOptions & { treated: Uint8Array },
): Omit<JudgedOffer, 'offer' | 'label' | 'customers'> {
  const { curve, band, qini, averageEffect, ranking, calibration } = evaluateUplift(heldOut);
  const customers = heldOut.treated.length;
  const offered = heldOut.treated.reduce((sum, each) => sum + each, 0);
  return {
    qini,
    averageEffect,
    ranking,
    calibration,
    curve: thinned(curve.customers.length).map((k) => ({
      share: curve.customers[k] / customers,
      gain: curve.gain[k] / offered,
      low: band.low[k] / offered,
      high: band.high[k] / offered,
    })),
  };
}

/** What speaks against the comparison; where customers are compared who were never alike, that most of all. */
function concernsOf(columns: Columns, options: CheckOptions): string[] {
  const { concerns } = checkExperiment(columns, options);
  const isUnweighed =
    options.propensity === undefined && concerns.some(({ concern }) => concern === 'imbalance');
  return [...(isUnweighed ? [unweighed] : []), ...concerns.map(({ message }) => message)];
}

const unweighed =
  'who got which offer was not left to chance, and no column says with what chance (roles.propensity): curves and averages compare customers as they are, so that they also show how these differed before any offer; the effects that offers are chosen by allow for that, as far as the features tell';

/** The places of a list's points that a line is drawn through, the first and the last among them. */
function thinned(length: number): number[] {
  const steps = Math.min(curvePoints, length - 1);
  return Array.from({ length: steps + 1 }, (_, i) =>
    steps === 0 ? 0 : Math.round((i / steps) * (length - 1)),
  );
}
