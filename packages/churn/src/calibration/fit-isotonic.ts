import { isotonicBlocks } from '../metrics/isotonic.js';
import { applyCalibration } from './apply-calibration.js';
import type { Calibration } from './calibration.js';
import { fitPlatt } from './fit-platt.js';
import type { MarginGroups } from './margin-groups.js';

type Line = Extract<Calibration, { method: 'isotonic' }>;

/**
 * The rising line through the means of isotonic regression's blocks (Zadrozny and Elkan 2002). Where plain isotonic
 * regression makes ties of all that lie on one step, the line goes on rising from the middle of one step to the middle
 * of the next, and beyond both ends as the margins do, or as much more slowly as they tell less: the order of customers is
 * kept. Half a churner and half a stayer are added to each block, so that no probability is 0 or 1; the whole is moved
 * until as many are expected to leave as left.
 */
export function fitIsotonic(groups: MarginGroups): Calibration {
  const { margins, customers, churned } = groups;
  const line: Line = { method: 'isotonic', margins: [], logits: [] };
  for (const { start, end, weight, mean } of isotonicBlocks(churned, customers)) {
    const left = mean * weight + 0.5;
    const logit = Math.log(left / (weight + 1 - left));
    if (logit <= (line.logits.at(-1) ?? -Infinity)) continue;
    let total = 0;
    for (let group = start; group < end; group++) total += margins[group] * customers[group];
    line.margins.push(total / weight);
    line.logits.push(logit);
  }
  return moved(goingOn(line, slopeBeyond(groups)), groups);
}

/** Slower than this the line does not rise beyond its ends. */
const leastSlope = 0.01;

/** As the best straight line rises, but no faster than the margins. */
function slopeBeyond(groups: MarginGroups): number {
  const platt = fitPlatt(groups);
  return platt.method === 'platt' ? Math.min(1, Math.max(leastSlope, platt.slope)) : 1;
}

/** Farther from the ends than this no margin lies. */
const farAway = 1000;

/** The line with a point far beyond either end; by itself it goes on with a slope of 1. */
function goingOn({ method, margins, logits }: Line, slope: number): Line {
  if (slope === 1) return { method, margins, logits };
  const rise = farAway * slope;
  return {
    method,
    margins: [margins[0] - farAway, ...margins, margins.at(-1)! + farAway],
    logits: [logits[0] - rise, ...logits, logits.at(-1)! + rise],
  };
}

/** Halves the distance between log-odds until a double cannot tell them apart. */
const halvings = 60;

/** The line moved until as many are expected to leave as left, or half a customer where nobody did. */
function moved({ method, margins, logits }: Line, groups: MarginGroups): Line {
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);
  const left = Math.min(Math.max(sum(groups.churned), 0.5), sum(groups.customers) - 0.5);
  const movedBy = (shift: number): Line => ({
    method,
    margins,
    logits: logits.map((logit) => logit + shift),
  });
  const expected = (line: Line) =>
    sum(applyCalibration(line, groups.margins).map((p, group) => p * groups.customers[group]));
  let [low, high] = [-10, 10];
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (expected(movedBy(middle)) < left) low = middle;
    else high = middle;
  }
  return movedBy((low + high) / 2);
}
