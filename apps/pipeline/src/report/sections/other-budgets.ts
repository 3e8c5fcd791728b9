import type { Chart } from '@clv/charts';

/** What another budget than ours gains, and which shares of ours both are. */
export interface OtherBudget {
  budget: number;
  gain: number;
  shareOfBudget: number;
  shareOfGain: number;
}

const shares = [0.25, 0.5, 0.75, 1, 1.5, 2];

/**
 * Budgets around ours, as far as more money gains more, with what they gain: as much more or less than ours as the line of the chart
 * `gainByBudget` says, which of a sample does not pass through ours exactly.
 */
export function otherBudgets({ rows }: Pick<Chart, 'rows'>): OtherBudget[] {
  const points = rows as unknown as {
    budget: number;
    gain: number;
    spent_budget: number;
    spent_gain: number;
  }[];
  const { spent_budget: ours, spent_gain: gained } = points[0];
  const most = points.at(-1)!.budget;
  const gainAtOurs = gainOf(ours, points);
  if (!(ours > 0 && gained > 0 && gainAtOurs > 0)) return [];
  return shares
    .filter((share) => share <= 1 || share * ours <= most)
    .map((shareOfBudget) => {
      const shareOfGain = gainOf(shareOfBudget * ours, points) / gainAtOurs;
      return { budget: shareOfBudget * ours, gain: shareOfGain * gained, shareOfBudget, shareOfGain };
    });
}

/** Between its points, which are exact, the true line lies at or just above the straight one. */
function gainOf(budget: number, points: readonly { budget: number; gain: number }[]): number {
  const at = points.findIndex((point) => point.budget >= budget);
  if (at < 1) return points.at(at)!.gain;
  const [before, after] = [points[at - 1], points[at]];
  const way = (budget - before.budget) / (after.budget - before.budget);
  return before.gain + way * (after.gain - before.gain);
}
