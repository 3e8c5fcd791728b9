import {
  checkArgument,
  checkOptionNames,
  fisherExact,
  InvalidInputError,
  normalQuantile,
  shapes,
  type Estimate,
} from '@clv/contracts';
import { labels as someLabels } from '../argument-shapes.js';
import { checkFraction } from '../check-fraction.js';
import type { CheckedOffer } from '../offers/offer.js';
import { wrongLength } from '../wrong-length.js';
import { boundedMean, emptySum, type BoundedSum } from '../statistics/bounded-mean.js';
import { faultsOfChoice } from './log-faults.js';

/** When a group counts as treated unlike the others. */
export interface FairnessOptions {
  /** The confidence of intervals and flags (default .95). */
  confidence?: number;
  /** A group's selection rate may be this many times that of the others, or its inverse, unflagged (default .8: the four-fifths rule). */
  tolerance?: number;
}

/** How a policy treats one group compared with all other customers. */
export interface GroupTreatment {
  group: string | number;
  customers: number;
  /** The share who get an offer. */
  selectionRate: Estimate;
  /** The mean discount over the group's customers, 0 for those who get none. */
  meanDiscount: Estimate;
  /**
   * The selection rate divided by that of all others; its interval is widened for the number of groups looked at. Infinite where
   * nobody else is selected, NaN where nobody is, or there are no others.
   */
  ratio: Estimate;
  /** The ratio lies outside the tolerance, and chance hardly puts it there. */
  isFlagged: boolean;
}

const { finite, listOf, number, numbers, record } = shapes;
const toleranceShape = number('in (0, 1]', (value) => value > 0 && value <= 1);
const policyShape = record({
  choice: numbers,
  offers: listOf(record({ discount: finite })),
  group: someLabels,
});

/**
 * Who gets offers, by group in the order of their labels, with intervals: of rates and discounts as Agresti and Coull (1998) have them,
 * of ratios as Pettigrew, Gart and Thomas (1986), none of which takes few customers who are alike for certainty. A group is flagged
 * when its selection rate falls outside the four-fifths rule and Fisher's exact test (Bonferroni over the groups) does not put that
 * down to chance.
 *
 * @throws {InvalidInputError} when the labels are not one a customer, or a choice is no offer; {InvalidOptionError} for an option out of range, or that there is
 *   not.
 */
export function fairnessReport(
  policy: { choice: ArrayLike<number>; offers: readonly CheckedOffer[]; group: ArrayLike<string | number> },
  options: FairnessOptions = {},
): GroupTreatment[] {
  checkArgument('policy', policy, policyShape);
  const { choice, offers, group } = policy;
  checkOptionNames(options, { confidence: true, tolerance: true });
  const { confidence = 0.95, tolerance = 0.8 } = options;
  checkFraction('confidence', confidence);
  checkArgument('tolerance', tolerance, toleranceShape);
  const customers = choice.length;
  const faults = faultsOfChoice(choice, offers.length, customers);
  if (faults.length > 0) throw new InvalidInputError(faults);
  if (group.length !== customers)
    throw new InvalidInputError([wrongLength('column', 'group', group.length, customers)]);
  const labels = [...new Set(Array.from(group))].sort(byLabel);
  const treatments = new Map(labels.map((label) => [label, { selected: emptySum(), discount: emptySum() }]));
  const everyone = emptySum();
  for (let i = 0; i < customers; i++) {
    const { selected, discount } = treatments.get(group[i])!;
    const isSelected = choice[i] > 0 ? 1 : 0;
    for (const sum of [selected, everyone]) add(sum, isSelected);
    add(discount, offers[choice[i]].discount);
  }
  const greatest = offers.reduce((most, { discount }) => Math.max(most, discount), 0);
  const perGroup = (1 - confidence) / Math.max(1, labels.length);
  return labels.map((label) => {
    const { selected, discount } = treatments.get(label)!;
    const ratio = rateRatio(selected, without(everyone, selected), 1 - perGroup);
    const isOutside = ratio.value < tolerance || ratio.value > 1 / tolerance;
    return {
      group: label,
      customers: selected.count,
      selectionRate: boundedMean(selected, { top: 1, confidence }),
      meanDiscount: boundedMean(discount, { top: greatest, confidence }),
      ratio,
      isFlagged:
        isOutside && fisherExact(selected.total, selected.count, everyone.total, everyone.count) < perGroup,
    };
  });
}

function add(sum: BoundedSum, value: number): void {
  sum.count++;
  sum.total += value;
  sum.squares += value * value;
}

function without(all: BoundedSum, some: BoundedSum): BoundedSum {
  return {
    count: all.count - some.count,
    total: all.total - some.total,
    squares: all.squares - some.squares,
  };
}

/** The ratio of two rates; its logarithm is about normal where half a customer more is counted on either side. */
function rateRatio(of: BoundedSum, to: BoundedSum, confidence: number): Estimate {
  const value = of.total / of.count / (to.total / to.count);
  if (Number.isNaN(value)) return { value, low: NaN, high: NaN };
  const [more, less] = [of, to].map(({ count, total }) => ({
    rate: (total + 0.5) / (count + 0.5),
    variance: 1 / (total + 0.5) - 1 / (count + 0.5),
  }));
  const spread = Math.exp(normalQuantile(0.5 + confidence / 2) * Math.sqrt(more.variance + less.variance));
  const centre = more.rate / less.rate;
  return { value, low: Math.min(value, centre / spread), high: Math.max(value, centre * spread) };
}

/** 2 before 10, also where a number stands within a text. */
const byLabel = (a: string | number, b: string | number) =>
  String(a).localeCompare(String(b), 'en', { numeric: true });
