import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { Chart } from '../chart.js';
import { type ThemeName, theme } from '../theme.js';

/** A chart as SVG. */
export async function drawn(chart: Chart, name: ThemeName = 'light'): Promise<string> {
  const spec = compile({ ...chart.spec, width: 480 } as typeof chart.spec, { config: theme(name) }).spec;
  return new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
}

/** The texts that an SVG shows. */
export const words = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);
