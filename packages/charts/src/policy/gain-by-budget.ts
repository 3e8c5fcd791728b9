import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartOptions } from '../chart.js';
import { checkRow, checkRows } from '../check-rows.js';
import { hoverRules } from '../look/hover-rules.js';
import { specOfRows } from '../look/spec-of-rows.js';
import { share } from '../numbers/shares.js';
import { writerFor, type Writer } from '../texts/writer.js';

/** What a budget can gain; a frontier is many of these, from no money to where more stops paying. */
export interface BudgetPoint {
  budget: number;
  gain: number;
}

/** Where a policy stands on the line. */
export interface SpentBudget extends BudgetPoint {
  /** What one more unit of money would gain there (default: what the line says as it goes on); 0 for nothing. */
  marginal_return?: number;
}

/** A point of the line, together with where the policy in sight stands. */
type Row = ReturnType<typeof rowsOf>[number];

/**
 * The most that each budget can gain, with a dot at what is spent now and what one more unit of money would gain there.
 *
 * @param points by rising budget, the first at 0.
 * @param spent where the policy in sight stands.
 */
export function gainByBudget(
  points: readonly BudgetPoint[],
  spent: SpentBudget,
  options: ChartOptions = {},
): Chart {
  const writer = writerFor(options);
  checkRows('points', points, ['budget', 'gain']);
  checkRow('spent', spent, ['budget', 'gain']);
  const { say, money } = writer;
  const all = points.at(-1) ?? { budget: 0, gain: 0 };
  const rows = rowsOf(points, spent);
  const more = whatMoreGains(rows, spent, writer);
  return {
    title: finding(points, all, writer),
    subtitle: say(
      'The most that a budget can gain of all customers; the dot is the policy in sight, where {more}',
      { more },
    ),
    description: say(
      'A line that rises ever more slowly, from nothing to {gain} for {budget}; the policy in sight gains {own} for {spent}, and {more}.',
      {
        gain: money(all.gain),
        budget: money(all.budget),
        own: money(spent.gain),
        spent: money(spent.budget),
        more,
      },
    ),
    spec: lineAndDot(rows, { budget: Math.max(all.budget, spent.budget), gain: all.gain }, writer),
    currency: options.currency,
    rows,
    columns: [
      { field: 'budget', label: say('Budget'), kind: 'money' },
      { field: 'gain', label: say('Net gain'), kind: 'money' },
      { field: 'marginal_return', label: say('Gained by each one more'), kind: 'money' },
    ],
  };
}

const rowsOf = (points: readonly BudgetPoint[], spent: BudgetPoint) =>
  points.map((point, i) => {
    const before = points[i - 1] ?? point;
    return {
      budget: point.budget,
      gain: point.gain,
      marginal_return: share(point.gain - before.gain, point.budget - before.budget),
      spent_budget: spent.budget,
      spent_gain: spent.gain,
    };
  });

function finding(points: readonly BudgetPoint[], all: BudgetPoint, { say, money, percent }: Writer): string {
  if (!(all.gain > 0)) return say('No budget gains anything: no offer beats doing nothing');
  const half = budgetFor(all.gain / 2, points);
  if (money(half) === money(0)) return say('Half of the possible gain costs nothing');
  return say('Half of the possible gain costs {cost}, {share} of what all of it costs', {
    cost: money(half),
    share: percent(share(half, all.budget), 0),
  });
}

/** What one more unit of money would gain where the policy stands: the slope of the line, as offers cost more than a unit each. */
function whatMoreGains(rows: readonly Row[], spent: SpentBudget, { say, money }: Writer): string {
  const next = rows.find((row) => row.budget > spent.budget * (1 + 1e-9));
  const gain = next && (spent.marginal_return ?? next.marginal_return);
  if (!gain) return say('more money gains nothing more');
  const unit = money(1).replace(/[.,]00/, '');
  return say('{unit} more gains about {gain}', { unit, gain: money(gain) });
}

/** What a gain costs, between the points as the line is drawn: however many points there are, it is about the same. */
function budgetFor(gain: number, points: readonly BudgetPoint[]): number {
  const at = Math.max(
    0,
    points.findIndex((point) => point.gain >= gain),
  );
  const [before, after] = [points[Math.max(0, at - 1)], points[at]];
  if (!before || !after) return 0;
  return before.budget + share(gain - before.gain, after.gain - before.gain) * (after.budget - before.budget);
}

/** @param reach how far the axes go. */
function lineAndDot(rows: Row[], reach: BudgetPoint, { say, moneyLabels }: Writer): TopLevelSpec {
  const axis = (largest: number) => ({
    labelExpr: moneyLabels(largest),
    tickCount: 4,
    domain: false,
    ticks: false,
  });
  return {
    ...specOfRows('Net gain against budget', 112, rows),
    encoding: {
      x: {
        type: 'quantitative',
        title: say('Budget'),
        axis: {
          ...axis(reach.budget),
          grid: false,
          // Money is long in many languages: the last label stays in the picture, and none touches the next.
          labelFlush: 40,
          labelOverlap: 'greedy',
          labelSeparation: 8,
        },
      },
      y: { type: 'quantitative', title: null, axis: axis(reach.gain) },
    },
    layer: [
      {
        mark: { type: 'line', style: 'accent' },
        encoding: { x: { field: 'budget' }, y: { field: 'gain' } },
      },
      {
        transform: [{ aggregate: [], groupby: ['spent_budget', 'spent_gain'] }],
        mark: { type: 'point', style: 'accent', filled: true, size: 70, opacity: 1 },
        encoding: { x: { field: 'spent_budget' }, y: { field: 'spent_gain' } },
      },
      hoverRules('budget'),
    ],
  };
}
