import type { Estimate } from '@clv/contracts';
import type { Chart, ChartOptions } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { type Layer, labelledBars } from '../look/labelled-bars.js';
import { lineAcross } from '../look/line-across.js';
import { largestBy } from '../numbers/shares.js';
import { writerFor, type Writer } from '../texts/writer.js';
import { policiesShown } from './offers-shown.js';
import { policyTitle } from './policy-title.js';

/** What a policy gains over doing nothing; an entry of a run's `policies.json` is one. */
export interface ComparedPolicy {
  /** `ours`, `none`, `everyone_<offer>`, `random`, `highest_risk`, …; the `oracle` knows what nobody can. */
  policy: string;
  gain: Estimate;
  spend: Estimate;
  customers: number;
  /** False where it spends more than the budget. */
  isAffordable: boolean;
}

/**
 * What our policy gains (accent) and what else could be done (grey), the best on top, with intervals; of more than 20 the best
 * three of those that give everyone one offer. What goes over the budget is hollow. Losses deeper than
 * the greatest gain is high are cut off at the left edge, so that the gains stay readable; their numbers are written.
 *
 * @param offers for the names of policies that give one to everyone (default: their ids).
 */
export function gainByPolicy(
  policies: readonly ComparedPolicy[],
  offers: readonly { id: string; label?: string }[] = [],
  options: ChartOptions = {},
): Chart {
  const writer = writerFor(options);
  checkRows('policies', policies, ['policy', 'gain', 'spend']);
  const { say, money } = writer;
  const titleOf = ({ policy }: ComparedPolicy) => policyTitle(policy, offers, options.texts);
  const edge = leftEdge(policies);
  const rows = policiesShown(policies)
    .toSorted((one, other) => other.gain.value - one.gain.value)
    .map((each) => ({
      policy: titleOf(each),
      ...drawnGain(each, edge),
      text: money(each.gain.value),
    }));
  return {
    title: finding(policies, titleOf, writer),
    subtitle: measured(policies, writer),
    description: say('Dots with intervals: {rows}.', {
      rows: rows
        .map((row) => {
          const range = say('{low} to {high}', { low: money(row.low), high: money(row.high) });
          return `${row.policy} ${row.text}, ${range}${row.whose === 'dear' ? `, ${dear(writer)}` : ''}`;
        })
        .join('; '),
    }),
    spec: labelledBars({
      description: 'Net gain by policy',
      rows,
      name: 'policy',
      text: 'text',
      textWidth: 72,
      step: 22,
      labelPadding: 10,
      layers: [
        nothingGained,
        ...dots('other', { style: 'baseline', filled: true }),
        ...dots('dear', { style: 'baseline', filled: false }),
        ...dots('ours', { style: 'accent', filled: true }),
      ],
    }),
    currency: options.currency,
    rows,
    columns: [
      { field: 'policy', label: say('Policy'), kind: 'text' },
      { field: 'gain', label: say('Net gain'), kind: 'money' },
      { field: 'low', label: say('At least'), kind: 'money' },
      { field: 'high', label: say('At most'), kind: 'money' },
      { field: 'spend', label: say('Spent'), kind: 'money' },
      { field: 'customers', label: say('Customers with an offer'), kind: 'count' },
    ],
  };
}

const dear = ({ say }: Writer) => say('hollow: over budget');

function measured(policies: readonly ComparedPolicy[], writer: Writer): string {
  const { say } = writer;
  const measure = policies.some(({ policy }) => policy === 'oracle')
    ? say(
        'Net gain over doing nothing, judged by the true effects, which differ from those expected; with 95% intervals',
      )
    : say('Net gain over doing nothing of all customers, with 95% intervals; ours in the accent');
  return policies.every(({ isAffordable }) => isAffordable) ? measure : `${measure}; ${dear(writer)}`;
}

/** As far left as the greatest gain is right; where nothing gains, the losses have the chart to themselves. */
function leftEdge(policies: readonly ComparedPolicy[]): number {
  const highest = Math.max(0, ...policies.map(({ gain }) => gain.high));
  return highest > 0 ? -highest : -Infinity;
}

const drawnGain = ({ policy, gain, spend, customers, isAffordable }: ComparedPolicy, edge: number) => ({
  whose: policy === 'ours' ? 'ours' : isAffordable ? 'other' : 'dear',
  gain: gain.value,
  low: gain.low,
  high: gain.high,
  spend: spend.value,
  customers,
  drawn_gain: Math.max(edge, gain.value),
  drawn_low: Math.max(edge, gain.low),
  drawn_high: Math.max(edge, gain.high),
  cut: gain.value < edge ? 1 : 0,
  nothing: 0,
  emphasis: 1,
});

function finding(
  policies: readonly ComparedPolicy[],
  titleOf: (policy: ComparedPolicy) => string,
  { say, money }: Writer,
): string {
  const ours = policies.find(({ policy }) => policy === 'ours')?.gain.value ?? 0;
  const rules = policies.filter(
    ({ policy, isAffordable }) => isAffordable && !['ours', 'oracle'].includes(policy),
  );
  const best = largestBy(rules, ({ gain }) => gain.value);
  const rival = best?.gain.value ?? 0;
  if (best && rival > ours && money(rival) !== money(ours))
    return say('{policy} gains {gain}, more than ours with {ours}', {
      policy: titleOf(best),
      gain: money(rival),
      ours: money(ours),
    });
  if (ours <= 0) return say('Nothing is gained, by ours or by any simple rule');
  if (rival <= 0) return say('Ours gains {gain}; no simple rule gains anything', { gain: money(ours) });
  return say('Ours gains {gain}, the best simple rule {rival}', { gain: money(ours), rival: money(rival) });
}

/** The line of no gain, over the whole height. */
const nothingGained: Layer = {
  transform: [{ aggregate: [], groupby: ['nothing'] }],
  mark: { type: 'rule', style: 'reference', strokeWidth: 0.5 },
  encoding: lineAcross('nothing'),
};

/** The interval as a line, the gain as a dot, or as an arrow where it lies beyond the edge. */
function dots(
  whose: 'ours' | 'other' | 'dear',
  { style, filled }: { style: string; filled: boolean },
): Layer[] {
  const own = `datum.whose === '${whose}'`;
  return [
    {
      transform: [{ filter: own }],
      mark: { type: 'rule', style, strokeWidth: 2 },
      encoding: { x: { field: 'drawn_low' }, x2: { field: 'drawn_high' } },
    },
    {
      transform: [{ filter: `${own} && !datum.cut` }],
      mark: { type: 'point', style, filled, size: 70 },
      encoding: { x: { field: 'drawn_gain' } },
    },
    {
      transform: [{ filter: `${own} && datum.cut` }],
      mark: { type: 'point', style, filled, size: 70, shape: 'triangle-left' },
      encoding: { x: { field: 'drawn_gain' } },
    },
  ];
}
