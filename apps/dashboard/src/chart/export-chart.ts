import { type Chart, type ThemeColors, type ThemeName, theme, themeColors } from '@clv/charts';
import type { TopLevelSpec } from 'vega-lite';
import { makeView } from './make-view.js';

const width = 640;

/** A chart as a file of its own: its finding and measure above it, on the ground of its theme. */
export async function exportChart(
  chart: Chart,
  name: ThemeName,
  own: Partial<ThemeColors> & { font?: string },
  kind: 'svg' | 'png',
): Promise<Blob> {
  const { ink, muted, background } = { ...themeColors[name], ...own };
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
  const view = await makeView(spec, { ...theme(name, own), background }, { renderer: 'none' });
  try {
    if (kind === 'svg') return new Blob([await view.toSVG()], { type: 'image/svg+xml' });
    const canvas = (await view.toCanvas(2)) as unknown as HTMLCanvasElement;
    return await new Promise((made) => canvas.toBlob((blob) => made(blob!), 'image/png'));
  } finally {
    view.finalize();
  }
}
