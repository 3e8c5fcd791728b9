import { checkChartOptions, type Chart, type ChartOptions } from '../chart.js';
import { hoverRules } from '../look/hover-rules.js';
import { specOfRows } from '../look/spec-of-rows.js';
import { formatMoney, formatPercent, moneyLabels } from '../numbers/number-format.js';
import { share } from '../numbers/shares.js';
import { sayWith } from '../texts/say.js';

/** What a budget can gain; a frontier is many of these, from no money to where more stops paying. */
export interface BudgetPoint {
  budget: number;
  gain: number;
}

/**
 * The most that each budget can gain, with a dot at what is spent now and what one more unit of money would gain there.
 *
 * @param points by rising budget, the first at 0.
 * @param spent where the policy in sight stands.
 */
export function gainByBudget(
  points: readonly BudgetPoint[],
  spent: BudgetPoint,
  options: ChartOptions = {},
): Chart {
  checkChartOptions(options);
  const { currency, locale } = options;
  const say = sayWith(options.texts);
  const money = (value: number) => formatMoney(value, currency, locale);
  const all = points.at(-1) ?? { budget: 0, gain: 0 };
  const half = budgetFor(all.gain / 2, points);
  const rows = points.map((point, i) => {
    const before = points[i - 1] ?? point;
    return {
      budget: point.budget,
      gain: point.gain,
      marginal_return: share(point.gain - before.gain, point.budget - before.budget),
      spent_budget: spent.budget,
      spent_gain: spent.gain,
    };
  });
  const next = rows.find((row) => row.budget > spent.budget * (1 + 1e-9));
  const unit = formatMoney(1, currency, locale).replace(/[.,]00/, '');
  const more = next
    ? say('{unit} more gains {gain}', { unit, gain: money(next.marginal_return) })
    : say('more money gains nothing more');
  const axis = (largest: number) => ({
    labelExpr: moneyLabels(largest, currency, locale),
    tickCount: 4,
    domain: false,
    ticks: false,
  });
  return {
    title:
      all.gain > 0
        ? say('Half of the possible gain costs {cost}, {share} of what all of it costs', {
            cost: money(half),
            share: formatPercent(share(half, all.budget), 0, locale),
          })
        : say('No budget gains anything: no offer beats doing nothing'),
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
    spec: {
      ...specOfRows('Net gain against budget', 112, rows),
      encoding: {
        x: {
          type: 'quantitative',
          title: say('Budget'),
          axis: {
            ...axis(Math.max(all.budget, spent.budget)),
            grid: false,
            // Money is long in many languages: the last label stays in the picture, and none touches the next.
            labelFlush: 40,
            labelOverlap: 'greedy',
            labelSeparation: 8,
          },
        },
        y: { type: 'quantitative', title: null, axis: axis(all.gain) },
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
    },
    rows,
    columns: [
      { field: 'budget', label: say('Budget'), kind: 'money' },
      { field: 'gain', label: say('Net gain'), kind: 'money' },
      { field: 'marginal_return', label: say('Gained by each one more'), kind: 'money' },
    ],
  };
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
