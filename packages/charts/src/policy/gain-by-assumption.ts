import type { Chart, ChartOptions } from '../chart.js';
import { checkRows } from '../check-rows.js';
import { labelledBars } from '../look/labelled-bars.js';
import { lineAcross } from '../look/line-across.js';
import { writerFor } from '../texts/writer.js';

/** What the net gain is when one assumption is otherwise. */
export interface AssumptionSwing {
  /** What is assumed, and how it might be otherwise: `what offers change, ±20%`. */
  label: string;
  low: number;
  high: number;
}

/** A tornado: what the net gain of a policy becomes as one assumption moves down and up, the widest swing on top. */
export function gainByAssumption(
  swings: readonly AssumptionSwing[],
  gain: number,
  options: ChartOptions = {},
): Chart {
  const { money } = writerFor(options);
  checkRows('swings', swings, ['label', 'low', 'high']);
  const rows = swings.map(({ label, low, high }) => ({
    label,
    least: Math.min(low, high),
    most: Math.max(low, high),
    gain,
    emphasis: 1,
    text: `${money(Math.min(low, high))} to ${money(Math.max(low, high))}`,
  }));
  const [widest] = rows;
  return {
    title: widest
      ? `The gain depends most on ${widest.label}: ${widest.text}`
      : 'The gain depends on none of the assumptions',
    subtitle: `Net gain of the policy as it was chosen, when one assumption is otherwise; the line is as assumed, ${money(gain)}`,
    description: `Lying bars around ${money(gain)}: ${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}.`,
    spec: labelledBars({
      description: 'Net gain by assumption',
      rows,
      name: 'label',
      text: 'text',
      textWidth: 128,
      layers: [
        {
          mark: { type: 'bar', style: 'accent', height: 12 },
          encoding: { x: { field: 'least' }, x2: { field: 'most' } },
        },
        {
          transform: [{ aggregate: [], groupby: ['gain'] }],
          mark: { type: 'rule', style: 'reference', strokeWidth: 1 },
          encoding: lineAcross('gain'),
        },
      ],
    }),
    currency: options.currency,
    rows,
    columns: [
      { field: 'label', label: 'Assumption', kind: 'text' },
      { field: 'least', label: 'At least', kind: 'money' },
      { field: 'most', label: 'At most', kind: 'money' },
    ],
  };
}
