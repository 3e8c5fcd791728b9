import { checkOptions, fisherExact, shapes } from '@clv/contracts';
import { called, listed, type OfferLabels } from '../experiment/called.js';
import { armsShape, countsShape, type ArmCount, type ExperimentCounts } from '../experiment/log-rows.js';
import { rare } from './concern.js';
import { thousands } from '../thousands.js';

/** Whether the share of unknown outcomes depends on what customers got. */
export interface DifferentialAttrition {
  /** The chance of arms as unlike or more so if it does not depend on it, by Fisher's exact test; at most 1. */
  pValue: number;
  /** True where chance makes such a difference less than once in a thousand times. */
  isBeyondChance: boolean;
}

/**
 * Compares each arm with all others. Each of several has as many chances to stand out as there are arms (Bonferroni); two
 * have one together.
 *
 * @throws InvalidOptionError where the arms are no counts.
 */
export function differentialAttrition(arms: readonly ArmCount[]): DifferentialAttrition {
  checkOptions({ arms }, { arms: armsShape }, ['arms']);
  const { customers, known } = sumOf(arms);
  const comparisons = arms.length > 2 ? arms.length : 1;
  const least = Math.min(...arms.map((arm) => fisherExact(arm.known, arm.customers, known, customers)), 1);
  const pValue = Math.min(1, comparisons * least);
  return { pValue, isBeyondChance: pValue < rare };
}

/**
 * What must be known of the rows that effects are not learned from, in sentences; none where they are learned from all.
 *
 * @param labels what offers are called there (default: as the log names them).
 * @throws InvalidOptionError where the counts are none.
 */
export function attritionNotices(counts: ExperimentCounts, none: string, labels?: OfferLabels): string[] {
  const { dictionary, text } = shapes;
  checkOptions({ counts, none, labels }, { counts: countsShape, none: text, labels: dictionary(text) }, [
    'counts',
    'none',
  ]);
  const { rows, arms } = counts;
  const { customers, known } = sumOf(arms);
  const [outside, unknown] = [rows - customers, customers - known];
  return [
    ...(outside > 0
      ? [
          `${thousands(outside)} of ${thousands(rows)} rows name no offer, nor ${none}, and are not part of the experiment`,
        ]
      : []),
    ...(unknown > 0
      ? [
          `the outcome of ${thousands(unknown)} of ${thousands(customers)} customers is not known: the others are taken to represent them`,
        ]
      : []),
    ...differenceNotices(arms, labels),
  ];
}

/** What a difference in attrition does to effects, with the shares by which it is judged. */
export function differenceNotices(arms: readonly ArmCount[], labels?: OfferLabels): string[] {
  if (!differentialAttrition(arms).isBeyondChance) return [];
  const shares = arms.map(
    ({ offer, customers, known }) => `${percent(1 - known / customers)} of ${called(offer, labels)}`,
  );
  return [
    `differential attrition: the outcome is not known of ${listed(shares)}, which chance does not explain; those who are left may no longer be alike, and then effects are biased`,
  ];
}

const sumOf = (arms: readonly ArmCount[]) => ({
  customers: arms.reduce((sum, arm) => sum + arm.customers, 0),
  known: arms.reduce((sum, arm) => sum + arm.known, 0),
});

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
