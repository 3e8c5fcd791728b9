import type { Chart, ChartOptions } from './chart.js';
import { formatCount, formatPercent } from './number-format.js';

/** Customers of neighbouring probabilities: what was foreseen for them, and what happened. */
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
  /** The expected calibration error, in [0, 1]. */
  ece: number;
}

/** Up to which error a probability is as good as its word. */
const close = 0.02;

/** The share of customers that left against the share that was foreseen, group by group; on the line both agree. */
export function calibration(
  { calibrationCurve, auc, ece }: ChurnQuality,
  options: Pick<ChartOptions, 'locale'> = {},
): Chart {
  const { locale } = options;
  const rows = calibrationCurve.map(({ customers, predicted, observed }) => ({
    predicted,
    observed,
    customers,
  }));
  const points = (ece * 100).toFixed(1);
  const axis = { format: '%', tickCount: 5, domain: false, ticks: false };
  const scale = { domain: [0, 1] };
  return {
    title:
      ece <= close
        ? `Probabilities can be taken at their word: ${points} points off on average`
        : `Probabilities are ${points} points off on average`,
    subtitle: `Share that left against the share foreseen, by tenths of customers; held-out AUC ${auc.toFixed(3)}`,
    description: `Dots near a diagonal: ${rows.map((row) => `foreseen ${formatPercent(row.predicted, 1, locale)}, left ${formatPercent(row.observed, 1, locale)} of ${formatCount(row.customers, locale)}`).join('; ')}.`,
    spec: {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      description: 'Calibration of the churn model',
      width: 'container',
      height: 176,
      autosize: { type: 'fit-x', contains: 'padding' },
      data: { name: 'rows', values: rows },
      encoding: {
        x: {
          field: 'predicted',
          type: 'quantitative',
          title: 'foreseen',
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
        { mark: { type: 'point', style: 'accent', filled: true, size: 50, opacity: 1 } },
      ],
    },
    rows,
    columns: [
      { field: 'predicted', label: 'Foreseen to leave', kind: 'percent' },
      { field: 'observed', label: 'Left', kind: 'percent' },
      { field: 'customers', label: 'Customers', kind: 'count' },
    ],
  };
}
