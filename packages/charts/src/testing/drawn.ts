import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { Chart } from '../chart.js';
import { type ThemeName, theme } from '../look/theme.js';

/** A chart as SVG. */
export const drawn = (chart: Chart, name: ThemeName = 'light'): Promise<string> =>
  viewOf(chart, name).toSVG();

/** The SVG of a chart that then gets the rows of another; what Vega would only log is thrown. */
export async function redrawn(chart: Chart, other: Chart): Promise<string> {
  const view = viewOf(chart, 'light');
  Object.assign(view, {
    error: (fault: unknown) => {
      throw fault;
    },
  });
  await view.runAsync();
  await view.data('rows', other.rows).runAsync();
  return view.toSVG();
}

function viewOf(chart: Chart, name: ThemeName): vega.View {
  const spec = compile({ ...chart.spec, width: 480 } as typeof chart.spec, { config: theme(name) }).spec;
  return new vega.View(vega.parse(spec), { renderer: 'none' });
}

/** The texts that an SVG shows. */
export const words = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);
