import { formatCount } from '@clv/charts';
import type { Schema } from '@clv/table';
import type { LogRows } from '@clv/uplift';

import { counted } from '../../../wording/counted.js';

/** Of the customers of an experiment for whom label and outcome are known: how many by what the two say. */
export interface LabelsAndOutcomes {
  leftAndLost: number;
  leftAndKept: number;
  stayedAndLost: number;
  stayedAndKept: number;
  /** Outcomes that are neither 0 nor 1: they tell of something else than staying. */
  others: number;
}

const none = (): LabelsAndOutcomes => ({
  leftAndLost: 0,
  leftAndKept: 0,
  stayedAndLost: 0,
  stayedAndKept: 0,
  others: 0,
});

/** @param labels 1 churned, 0 stayed, -1 not known. */
export function compareOutcomes(labels: Int8Array, { outcome, known }: LogRows): LabelsAndOutcomes {
  const counts = none();
  for (const row of known) {
    if (labels[row] === -1) continue;
    if (outcome[row] !== 0 && outcome[row] !== 1) counts.others++;
    else if (labels[row] === 1) counts[outcome[row] === 1 ? 'leftAndKept' : 'leftAndLost']++;
    else counts[outcome[row] === 1 ? 'stayedAndKept' : 'stayedAndLost']++;
  }
  return counts;
}

/** The counts of parts of a table as those of the whole. */
export function sumComparisons(parts: readonly LabelsAndOutcomes[]): LabelsAndOutcomes | undefined {
  if (parts.length === 0) return undefined;
  const sum = none();
  for (const part of parts)
    for (const key of Object.keys(sum) as (keyof LabelsAndOutcomes)[]) sum[key] += part[key];
  return sum;
}

/**
 * Agreement beyond chance (Cohen's kappa) that is customarily called substantial (Landis and Koch 1977): as much says that
 * label and outcome tell of the same thing. Of different months, or of something else, they agree far less.
 */
const substantial = 0.6;

/** What is said where the label and an experiment's outcome tell of the same thing and contradict each other. */
export function contradictionNotices(
  compared: LabelsAndOutcomes | undefined,
  { roles: { label, outcome } }: Schema,
): string[] {
  if (compared === undefined || compared.others > 0) return [];
  const { leftAndLost, leftAndKept, stayedAndLost, stayedAndKept } = compared;
  const [alike, unlike] = [leftAndLost + stayedAndKept, leftAndKept + stayedAndLost];
  const both = `the ${formatCount(alike + unlike)} customers of the experiment for whom both are known`;
  if (kappa(leftAndLost, leftAndKept, stayedAndLost, stayedAndKept) >= substantial) {
    if (unlike === 0) return [];
    return [
      `${label} and ${outcome} contradict each other for ${formatCount(unlike)} of ${both}: ${counted(leftAndKept, 'customer')} left by ${label} and stayed by ${outcome}, ${formatCount(stayedAndLost)} the other way round. Unless the two tell of different months, one of them is wrong.`,
    ];
  }
  const reversed = kappa(leftAndKept, leftAndLost, stayedAndKept, stayedAndLost);
  if (!(reversed >= substantial)) return [];
  return [
    `${outcome} seems to be the wrong way round: of ${both} it contradicts ${label} for ${formatCount(unlike)}. 1 must mean that a customer stayed; else offers that keep customers seem to drive them away.`,
  ];
}

/** How far two yes-or-no answers agree beyond chance; NaN where one of them is always the same. */
function kappa(yes: number, yesAndNo: number, noAndYes: number, no: number): number {
  const all = yes + yesAndNo + noAndYes + no;
  const byChance = ((yes + yesAndNo) * (yes + noAndYes) + (no + yesAndNo) * (no + noAndYes)) / all ** 2;
  return ((yes + no) / all - byChance) / (1 - byChance);
}
