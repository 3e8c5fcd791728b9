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
 * Budgets around ours, as far as more money gains more, with what they gain by the line of the chart `gainByBudget`. Between its points, which are
 * exact, the true line lies at or above the straight one.
 */
export function otherBudgets({ rows }: Pick<Chart, 'rows'>): OtherBudget[] {
  const points = rows as unknown as {
    budget: number;
    gain: number;
    spent_budget: number;
    spent_gain: number;
  }[];
  const { spent_budget: ours, spent_gain: gained } = points[0];
  if (!(ours > 0 && gained > 0)) return [];
  const most = points.at(-1)!.budget;
  return shares
    .filter((share) => share <= 1 || share * ours <= most)
    .map((share) => {
      const gain = share === 1 ? gained : gainOf(share * ours, points);
      return { budget: share * ours, gain, shareOfBudget: share, shareOfGain: gain / gained };
    });
}

function gainOf(budget: number, points: readonly { budget: number; gain: number }[]): number {
  const at = points.findIndex((point) => point.budget >= budget);
  if (at < 1) return points.at(at)!.gain;
  const [before, after] = [points[at - 1], points[at]];
  const way = (budget - before.budget) / (after.budget - before.budget);
  return before.gain + way * (after.gain - before.gain);
}
