import { amountDifference, checkOptionNames, shareDifference, type Estimate } from '@clv/contracts';
import { checkFraction } from '../check-fraction.js';
import { scaled } from '../statistics/estimate.js';
import { adjustedDifference } from './adjusted-difference.js';
import {
  isComparable,
  type CampaignEffect,
  type CampaignLog,
  type CampaignReport,
  type Forecast,
} from './campaign.js';
import { checkCampaign } from './check-campaign.js';

/**
 * What a campaign really won, from the difference between those who got their offer and those held out. Differences
 * are adjusted by what was known before (CUPED: Deng, Xu, Kohavi and Walker 2013), which narrows the intervals and
 * moves no expectation; groups drawn with unequal chances are weighted by them. Intervals hold for small control groups too: of
 * shares by Agresti and Caffo (2000), of money by Student's t with moderated variances.
 *
 * @param options.confidence of the intervals (default .95).
 * @throws {InvalidInputError} for lengths that disagree, values out of range, or fewer than 2 customers treated or held out;
 *   {InvalidOptionError} for a confidence outside (0, 1), an option that there is not, or a column whose name is misspelt.
 */
export function measureCampaign(log: CampaignLog, options: { confidence?: number } = {}): CampaignReport {
  checkOptionNames(options, { confidence: true });
  const { confidence = 0.95 } = options;
  checkFraction('confidence', confidence);
  checkCampaign(log);
  const rows = [...Array(log.recommended.length).keys()].filter((i) => log.recommended[i] > 0);
  const effectOf = (group: number[]) => measure(log, group, confidence);
  const effectsBy = <Key>(keyOf: (i: number) => Key): [Key, CampaignEffect | null][] =>
    [...groupRows(rows, keyOf)].map(([key, group]) => [
      key,
      isComparable(log, group) ? effectOf(group) : null,
    ]);
  return {
    overall: effectOf(rows),
    byOffer: effectsBy((i) => log.recommended[i])
      .sort(([one], [other]) => one - other)
      .map(([a, effect]) => ({ offer: log.offers[a], effect })),
    bySegment: log.segment
      ? effectsBy((i) => log.segment![i]).map(([segment, effect]) => ({ segment, effect }))
      : [],
    experiment: experimentOf(log, rows),
  };
}

function groupRows<Key>(rows: readonly number[], keyOf: (i: number) => Key): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const i of rows) {
    const key = keyOf(i);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key)!.push(i);
  }
  return groups;
}

function measure(log: CampaignLog, rows: readonly number[], confidence: number): CampaignEffect {
  const { treated, stayed, value, cost, before, beforeValue = before, predictedEffect, predictedGain } = log;
  const given = rows.filter((i) => treated[i] === 1);
  const totalOver = (column: ArrayLike<number>) => given.reduce((sum, i) => sum + column[i], 0);
  const retained = adjustedDifference({ ...log, before }, rows, (i) => stayed[i]);
  const retention = shareDifference(retained, confidence);
  const effect: CampaignEffect = {
    treated: given.length,
    heldOut: rows.length - given.length,
    retention,
    retained: scaled(retention, given.length),
    spend: cost ? totalOver(cost) : 0,
    forecast: [],
  };
  if (predictedEffect)
    effect.forecast.push(forecast('retained', totalOver(predictedEffect), effect.retained));
  if (value) {
    const won = (i: number) => value[i] - (cost && treated[i] === 1 ? cost[i] : 0);
    const each = amountDifference(adjustedDifference({ ...log, before: beforeValue }, rows, won), confidence);
    effect.netValue = scaled(each, given.length);
    effect.roi = effect.spend > 0 ? scaled(effect.netValue, 1 / effect.spend) : null;
    if (predictedGain) effect.forecast.push(forecast('netValue', totalOver(predictedGain), effect.netValue));
  }
  return effect;
}

function forecast(of: Forecast['of'], predicted: number, realised: Estimate): Forecast {
  return { of, predicted, realised, isInside: predicted >= realised.low && predicted <= realised.high };
}

function experimentOf({ recommended, treated, stayed, propensity }: CampaignLog, rows: readonly number[]) {
  const treatedShare = rows.reduce((sum, i) => sum + treated[i], 0) / rows.length;
  const ofGroup = (i: number) => (treated[i] === 1 ? treatedShare : 1 - treatedShare);
  return {
    offer: Int32Array.from(rows, (i) => (treated[i] === 1 ? recommended[i] : 0)),
    propensity: Float64Array.from(rows, (i) => (propensity ? propensity[i] : ofGroup(i))),
    outcome: Float64Array.from(rows, (i) => stayed[i]),
  };
}
