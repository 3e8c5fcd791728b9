import type { Estimate } from '@clv/contracts';
import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartOptions, ChartRow } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { hoverRules } from '../look/hover-rules.js';
import { offerColor } from '../look/palette.js';
import { specOfRows } from '../look/spec-of-rows.js';
import { largestBy } from '../numbers/shares.js';
import { writerFor, type Writer } from '../texts/writer.js';

/** How well a model separates the customers whom an offer keeps from the others; an offer in a run's `uplift.json` is one. */
export interface JudgedUplift {
  offer: string;
  label: string;
  /** Of the experiment: who got the offer, or none. */
  customers: number;
  /**
   * From (0, 0): offering it to the first `share` keeps `gain` more of all, both in [0, 1]; `low` to `high` is the 95%
   * interval of the gain, where it is known.
   */
  curve: readonly { share: number; gain: number; low?: number; high?: number }[];
  /** The area above the random order as a share of the perfect order's. */
  qini: Estimate;
  averageEffect: Estimate;
}

/**
 * How many more customers stay when an offer goes to the share that it changes most, against as many picked at random
 * (grey); by Qini (Radcliffe 2007), on customers who were not learned from.
 */
export function upliftCurve(offers: readonly JudgedUplift[], options: ChartOptions = {}): Chart {
  const writer = writerFor(options);
  checkRows('offers', offers, ['offer', 'label', 'curve', 'qini']);
  const { say } = writer;
  const ids = offers.map(({ offer }) => offer);
  const lines = {
    names: offers.map((judged) => `${judged.label}: ${qiniOf(judged, writer)}`),
    colors: ids.map((id) => offerColor(id, ids)),
  };
  const rows = offers.flatMap((judged, place) => rowsOf(judged, lines.names[place]));
  return {
    title: finding(offers, writer),
    subtitle: say(
      'More customers kept, of all, by share offered, those changed most first (grey: at random); held-out, shaded: 95% intervals',
    ),
    description: say('Lines: {rows}.', {
      rows: offers.map((judged) => described(judged, writer)).join('; '),
    }),
    spec: curves(rows, lines),
    rows,
    columns: [
      { field: 'offer', label: say('Offer'), kind: 'text' },
      { field: 'share', label: say('Share offered'), kind: 'percent' },
      { field: 'gain', label: say('More kept, of all'), kind: 'percent' },
      { field: 'low', label: say('At least'), kind: 'percent' },
      { field: 'high', label: say('At most'), kind: 'percent' },
      { field: 'random', label: say('At random'), kind: 'percent' },
    ],
  };
}

function qiniOf({ qini: { value, low, high } }: JudgedUplift, { say, decimal }: Writer): string {
  return `Qini ${decimal(value, 2)} (${say('{low} to {high}', { low: decimal(low, 2), high: decimal(high, 2) })})`;
}

/** The points of an offer's curve, each with what as many customers picked at random would gain. */
function rowsOf({ label, curve }: JudgedUplift, name: string): ChartRow[] {
  const end = curve.at(-1) ?? { share: 1, gain: 0 };
  return curve.map(({ share, gain, low = gain, high = gain }) => ({
    name,
    offer: label,
    share,
    gain,
    low,
    high,
    random: end.share === 0 ? 0 : (end.gain * share) / end.share,
  }));
}

function described(judged: JudgedUplift, writer: Writer): string {
  const { say, percent, count } = writer;
  const { label, averageEffect, customers } = judged;
  return say(
    '{offer}, {qini}, offered to all keeps {effect} more, {low} to {high}, of {count} customers of the experiment',
    {
      offer: label,
      qini: qiniOf(judged, writer),
      effect: percent(averageEffect.value),
      low: percent(averageEffect.low),
      high: percent(averageEffect.high),
      count: count(customers),
    },
  );
}

function curves(rows: ChartRow[], { names, colors }: { names: string[]; colors: string[] }): TopLevelSpec {
  const color = {
    field: 'name',
    type: 'nominal' as const,
    scale: { domain: names, range: colors },
    legend: {
      orient: 'top' as const,
      direction: 'vertical' as const,
      title: null,
      symbolType: 'stroke',
      // Drawn as the lines are, not as faint as the intervals.
      symbolOpacity: 1,
      symbolStrokeWidth: 2,
      labelLimit: 400,
      offset: 4,
    },
  };
  const axis = { format: '%', tickCount: 5, domain: false, ticks: false };
  return {
    ...specOfRows('Uplift by share offered', 144, rows),
    encoding: {
      x: { field: 'share', type: 'quantitative', title: null, axis: { ...axis, grid: false } },
      y: { type: 'quantitative', title: null, axis: { ...axis, format: '.1~%', tickCount: 4 } },
    },
    layer: [
      {
        mark: { type: 'area', opacity: 0.16 },
        encoding: { y: { field: 'low' }, y2: { field: 'high' }, color },
      },
      {
        mark: { type: 'line', style: 'baseline', strokeDash: [3, 3], strokeWidth: 1 },
        encoding: { y: { field: 'random' }, detail: { field: 'name' } },
      },
      { mark: { type: 'line', strokeWidth: 2 }, encoding: { y: { field: 'gain' }, color } },
      hoverRules('share'),
    ],
  };
}

/** At which share a finding reads the curve; fixed, as the share that looks best would flatter it. */
const readAt = 0.3;

/** What the best told offer keeps when it goes to few, and to everyone. */
function finding(offers: readonly JudgedUplift[], { say, percent, decimal }: Writer): string {
  if (offers.length === 0) return say('No offer was judged');
  const best = largestBy(
    offers.filter(({ qini }) => qini.low > 0),
    ({ qini }) => qini.value,
  );
  if (!best) return say('Whom an offer changes cannot be told yet: no Qini is surely above 0');
  const few = largestBy(best.curve, ({ share }) => -Math.abs(share - readAt))!;
  const all = best.curve.at(-1)!;
  const inHundred = (gain: number) => decimal(100 * gain, 1);
  return say(
    '{offer} for the {share} it changes most keeps {few} more in 100 customers, for everyone {all}',
    {
      offer: best.label,
      share: percent(few.share, 0),
      few: inHundred(few.gain),
      all: inHundred(all.gain),
    },
  );
}
