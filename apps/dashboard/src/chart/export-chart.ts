import type { Chart } from '@clv/charts';
import type { TopLevelSpec } from 'vega-lite';
import { type ChartLook, colorsOf, configOf } from './chart-look.js';
import { makeView } from './make-view.js';

const width = 640;

/** A chart as a file of its own: its finding and measure above it, on the ground of its theme. */
export async function exportChart(chart: Chart, look: ChartLook, kind: 'svg' | 'png'): Promise<Blob> {
  const { ink, muted, background } = colorsOf(look);
  const spec = {
    ...chart.spec,
    width,
    padding: 16,
    background,
    title: {
      text: chart.title,
      subtitle: chart.subtitle,
      anchor: 'start',
      offset: 12,
      color: ink,
      subtitleColor: muted,
    },
  } as TopLevelSpec;
  const view = await makeView(spec, { ...configOf(look), background }, { renderer: 'none' });
  try {
    if (kind === 'svg') return new Blob([await view.toSVG()], { type: 'image/svg+xml' });
    const canvas = (await view.toCanvas(2)) as unknown as HTMLCanvasElement;
    return await new Promise((made) => canvas.toBlob((blob) => made(blob!), 'image/png'));
  } finally {
    view.finalize();
  }
}
