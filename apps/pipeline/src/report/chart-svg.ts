import { type Chart, theme } from '@clv/charts';
import { View, parse } from 'vega';
import { compile } from 'vega-lite';

import { Html } from './html.js';

/** Draws a chart to SVG, once and for all: a report needs no script to show it. */
export async function chartSvg(chart: Chart, width: number): Promise<Html> {
  const { spec } = compile({ ...chart.spec, width } as Chart['spec'], { config: theme('light') });
  const view = new View(parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  // Vega escapes the text that it draws; the rest of its markup holds numbers only.
  return new Html(svg);
}
