import {
  checkOptionNames,
  InvalidInputError,
  InvalidOptionError,
  shapes,
  type Estimate,
} from '@clv/contracts';
import { checkArgument, labels as someLabels } from '../check-argument.js';
import type { CheckedOffer } from '../offers/offer.js';
import {
  bootstrapOptionNames,
  dealColumn,
  resampleTotals,
  resolveBootstrap,
  type BootstrapOptions,
} from '../statistics/bootstrap.js';
import { faultsOfChoice } from './log-faults.js';
import { percentileInterval } from '../statistics/estimate.js';

/** When a group counts as treated unlike the others. */
export interface FairnessOptions extends BootstrapOptions {
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
  /** The selection rate divided by that of all others; its interval is widened for the number of groups looked at. NaN where nobody else is selected. */
  ratio: Estimate;
  /** The ratio lies outside the tolerance, and more than chance would put it there. */
  isFlagged: boolean;
}

const { finite, listOf, numbers, record } = shapes;
const policyShape = record({
  choice: numbers,
  offers: listOf(record({ discount: finite })),
  group: someLabels,
});

/**
 * Who gets offers, by group in the order of their labels, with bootstrap intervals. A group is flagged when its selection rate falls outside the
 * four-fifths rule and the interval of its ratio (Bonferroni over the groups) leaves 1 out.
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
  checkOptionNames(options, { ...bootstrapOptionNames, tolerance: true });
  const { tolerance = 0.8 } = options;
  const { resamples, confidence, seed } = resolveBootstrap(options);
  if (typeof tolerance !== 'number' || !(tolerance > 0 && tolerance <= 1))
    throw new InvalidOptionError('tolerance', `tolerance must lie in (0, 1]: ${String(tolerance)}`);
  const customers = choice.length;
  const faults = faultsOfChoice(choice, offers.length, customers);
  if (faults.length > 0) throw new InvalidInputError(faults);
  if (group.length !== customers) {
    const message = `group has ${group.length} values, expected ${customers}`;
    throw new InvalidInputError([{ rule: 'wrong-length', message, column: 'group' }]);
  }
  const labels = [...new Set(Array.from(group))].sort(byLabel);
  const columns = labels.flatMap((label) => {
    const over = (of: (a: number) => number) =>
      dealColumn(customers, (i) => (group[i] === label ? of(choice[i]) : 0));
    return [over(() => 1), over((a) => (a > 0 ? 1 : 0)), over((a) => offers[a].discount)];
  });
  const totals = columns.map(({ total }) => total);
  const drawn = resampleTotals(columns, { resamples, seed });
  const estimate = (of: (total: (column: number) => number) => number, level: number): Estimate =>
    percentileInterval(
      of((column) => totals[column]),
      Float64Array.from({ length: resamples }, (_, resample) => of((column) => drawn[column][resample])),
      level,
    );
  const familyWise = 1 - (1 - confidence) / Math.max(1, labels.length);
  return labels.map((label, k) => {
    const [members, selected, discount] = [3 * k, 3 * k + 1, 3 * k + 2];
    const ratio = estimate((total) => {
      const others = (offset: number) =>
        labels.reduce<number>((sum, _, g) => sum + (g === k ? 0 : total(3 * g + offset)), 0);
      return total(selected) / total(members) / (others(1) / others(0));
    }, familyWise);
    return {
      group: label,
      customers: totals[members],
      selectionRate: estimate((total) => total(selected) / total(members), confidence),
      meanDiscount: estimate((total) => total(discount) / total(members), confidence),
      ratio,
      isFlagged:
        (ratio.value < tolerance && ratio.high < 1) || (ratio.value > 1 / tolerance && ratio.low > 1),
    };
  });
}

/** 2 before 10, also where a number stands within a text. */
const byLabel = (a: string | number, b: string | number) =>
  String(a).localeCompare(String(b), 'en', { numeric: true });
