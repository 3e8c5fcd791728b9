import { type Chart, theme } from '@clv/charts';
import * as vega from 'vega';
import { compile } from 'vega-lite';

import { textWidth } from './text-width.js';

interface Written {
  fontSize?: number;
  text?: unknown;
  /** How wide it may be: Vega cuts what is wider. */
  limit?: number;
}

// Vega lays charts out by the width of their texts, which without a screen it takes for far wider than they are; that it
// can be told better is not in its types.
const { textMetrics } = vega as unknown as {
  textMetrics: { width: (item: Written, text?: unknown) => number };
};
textMetrics.width = ({ fontSize = 11, limit, ...item }, text = item.text) =>
  Math.min(textWidth(String(text ?? ''), fontSize), limit || Infinity);

/** Draws a chart to SVG, once and for all: a report needs no script to show it. */
export async function drawChart(chart: Pick<Chart, 'spec'>, width: number): Promise<string> {
  const { spec } = compile({ ...chart.spec, width } as Chart['spec'], { config: theme('light') });
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
