import type { TopLevelSpec } from 'vega-lite';
import type { ChartRow } from '../chart.js';
import { specOfRows } from './spec-of-rows.js';

type LayerSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = LayerSpec['layer'][number];

export interface LabelledBars {
  description: string;
  rows: ChartRow[];
  /** The field with each row's name, written at the left. */
  name: string;
  /** The field with each row's number as text, written at the right edge. */
  text: string;
  /** The room that the text has at least, in pixels (default 64); longer numbers get more. */
  textWidth?: number;
  /** The height of one row, in pixels (default 28). */
  step?: number;
  /** Between names and bars, in pixels (default 6). */
  labelPadding?: number;
  /** The bars and what lies on them; each says which field its `x` is. */
  layers: Layer[];
}

/** About how wide a character of a number is, the gap before it, and the steps in which room grows, in pixels. */
const [characterWidth, gap, roomStep] = [7, 12, 16];

/** The room that a text needs, in steps, so that a chart does not change its layout with each digit. */
const roomFor = (characters: number) => Math.ceil((gap + characterWidth * characters) / roomStep) * roomStep;

/** On a narrow page names leave half of it to the bars; without a page a chart is wide enough. */
const labelLimit = { expr: 'min(240, max(120, (containerSize()[0] || 480) / 2))' };

/** Vega keeps names in a plain object, where a customer's column or segment named `__proto__` has no place; marked, it has. */
const mark = '.';

/** Lying bars, one a row in the order given: name, bar, number. A row's `emphasis` is how strongly its bar is drawn. */
export function labelledBars(chart: LabelledBars): LayerSpec {
  const { description, rows, name, text, textWidth = 64, step = 28, labelPadding, layers } = chart;
  const room = Math.max(textWidth, roomFor(Math.max(0, ...rows.map((row) => String(row[text]).length))));
  const numbers: Layer = {
    mark: { type: 'text', align: 'right', baseline: 'middle', tooltip: null },
    encoding: { x: { value: 'width' }, text: { field: text }, opacity: { value: 1 } },
  };
  return {
    ...specOfRows(description, Math.max(1, rows.length) * step, rows),
    transform: [{ calculate: `datum[${JSON.stringify(name)}] + '${mark}'`, as: 'marked_name' }],
    encoding: {
      opacity: { field: 'emphasis', type: 'quantitative', scale: null, legend: null },
      y: {
        field: 'marked_name',
        type: 'nominal',
        sort: rows.map((row) => `${row[name]}${mark}`),
        title: null,
        axis: {
          labelLimit,
          labelExpr: 'slice(datum.label, 0, -1)',
          ...(labelPadding !== undefined && { labelPadding }),
        },
      },
      x: {
        type: 'quantitative',
        axis: null,
        scale: { zero: true, range: [0, { expr: `max(1, width - ${room})` }] },
      },
    },
    layer: [...layers, numbers],
  };
}
