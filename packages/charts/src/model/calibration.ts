import { wilsonInterval } from '@clv/contracts';
import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartOptions, ChartRow } from '../chart.js';
import { checkRow, checkRows } from '../check-rows.js';
import { specOfRows } from '../look/spec-of-rows.js';
import { writerFor, type Writer } from '../texts/writer.js';

/** Customers of similar probability: what was predicted for them, and what happened. */
export interface CalibrationPoint {
  customers: number;
  /** The mean probability of leaving. */
  predicted: number;
  /** The share that left. */
  observed: number;
}

/** Held-out figures of a churn model; a run's `churn_report.json` has them. */
export interface ChurnQuality {
  calibrationCurve: readonly CalibrationPoint[];
  auc: number;
  /** From where to where it lies at 95%. */
  aucInterval?: readonly [number, number];
  /** The expected calibration error, in [0, 1]. */
  ece: number;
}

/** Up to this error, probabilities are called reliable. */
const close = 0.02;

/** The share of customers that left against the share that was predicted, group by group; on the line both agree. */
export function calibration(
  quality: ChurnQuality,
  options: Pick<ChartOptions, 'locale' | 'texts'> = {},
): Chart {
  const writer = writerFor(options);
  checkRow('quality', quality, ['auc', 'ece']);
  const { calibrationCurve, auc, aucInterval, ece } = quality;
  checkRows('calibrationCurve', calibrationCurve, ['customers', 'predicted', 'observed']);
  const { say, decimal } = writer;
  const rows = calibrationCurve.map(({ customers, predicted, observed }) => {
    const { low, high } = wilsonInterval(observed, customers, 1.96);
    return { predicted, observed, low, high, customers };
  });
  const points = decimal(ece * 100, 1);
  const range = aucInterval
    ? ` (${say('{low} to {high}', { low: decimal(aucInterval[0], 3), high: decimal(aucInterval[1], 3) })})`
    : '';
  return {
    title:
      ece <= close
        ? say('Probabilities can be taken at their word: {points} points off on average', { points })
        : say('Probabilities are {points} points off on average', { points }),
    subtitle: say(
      'Share that left against the share predicted, by tenths of customers, with 95% intervals; held-out AUC {auc}',
      { auc: `${decimal(auc, 3)}${range}` },
    ),
    description: say('Dots near a diagonal: {rows}.', {
      rows: calibrationCurve.map((point) => described(point, writer)).join('; '),
    }),
    spec: dotsByDiagonal(rows, say('predicted')),
    rows,
    columns: [
      { field: 'predicted', label: say('Predicted to leave'), kind: 'percent' },
      { field: 'observed', label: say('Left'), kind: 'percent' },
      { field: 'low', label: say('At least'), kind: 'percent' },
      { field: 'high', label: say('At most'), kind: 'percent' },
      { field: 'customers', label: say('Customers'), kind: 'count' },
    ],
  };
}

const described = ({ predicted, observed, customers }: CalibrationPoint, { say, percent, count }: Writer) =>
  say('predicted {predicted}, left {observed} of {count}', {
    predicted: percent(predicted),
    observed: percent(observed),
    count: count(customers),
  });

function dotsByDiagonal(rows: ChartRow[], title: string): TopLevelSpec {
  const axis = { format: '%', tickCount: 5, domain: false, ticks: false };
  const scale = { domain: [0, 1] };
  return {
    ...specOfRows('Calibration of the churn model', 176, rows),
    encoding: {
      x: {
        field: 'predicted',
        type: 'quantitative',
        title,
        scale,
        axis: { ...axis, grid: false },
      },
      y: { field: 'observed', type: 'quantitative', title: null, scale, axis },
    },
    layer: [
      {
        data: { values: [0, 1].map((end) => ({ predicted: end, observed: end })) },
        mark: { type: 'line', style: 'baseline', strokeWidth: 1 },
      },
      {
        mark: { type: 'rule', style: 'accent', strokeWidth: 2, opacity: 0.5 },
        encoding: { y: { field: 'low' }, y2: { field: 'high' } },
      },
      { mark: { type: 'point', style: 'accent', filled: true, size: 50, opacity: 1 } },
    ],
  };
}
