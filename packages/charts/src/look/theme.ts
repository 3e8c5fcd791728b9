import { checkOptions, shapes, type OptionShapes } from '@clv/contracts';
import type { Config } from 'vega-lite';

/** Which of the two themes a chart is drawn in. */
export type ThemeName = 'light' | 'dark';

/** The colours of everything that is neither a segment nor an offer. */
export interface ThemeColors {
  background: string;
  ink: string;
  muted: string;
  hairline: string;
  /** The one accent: what our policy gives. */
  accent: string;
  /** What happens without us. */
  baseline: string;
}

/** The colours of each theme, for a page that draws its own parts next to the charts. */
export const themeColors: Readonly<Record<ThemeName, ThemeColors>> = {
  light: {
    background: '#ffffff',
    ink: '#1a1e24',
    muted: '#5c6673',
    hairline: '#e2e5e9',
    accent: '#1f62d0',
    baseline: '#9aa2ac',
  },
  dark: {
    background: '#16191d',
    ink: '#e8eaed',
    muted: '#a0a8b3',
    hairline: '#2c3138',
    accent: '#6ea6ff',
    baseline: '#6d7580',
  },
};

const systemFont = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const { exactly, object, text } = shapes;

const ownParts: OptionShapes<ThemeColors & { font: string }> = {
  background: text,
  ink: text,
  muted: text,
  hairline: text,
  accent: text,
  baseline: text,
  font: text,
};
const argumentShapes = { name: exactly('light', 'dark'), own: object({}, ownParts) };

/**
 * A Vega-Lite config for light or dark pages: hairlines, the system's font, no frame, a transparent ground. Marks of
 * style `accent`, `baseline`, `muted` and `reference` take the theme's colours.
 *
 * @param own colours and a font in place of the theme's, such as a host page's (default: none).
 * @throws InvalidOptionError where there is no such theme, or colour.
 */
export function theme(name: ThemeName, own: Partial<ThemeColors> & { font?: string } = {}): Config {
  checkOptions({ name, own }, argumentShapes, ['name']);
  const { ink, muted, hairline, accent, baseline } = { ...themeColors[name], ...own };
  const labels = { labelColor: muted, labelFontSize: 11, titleColor: muted, titleFontSize: 11 };
  return {
    background: 'transparent',
    font: own.font ?? systemFont,
    // Vega measures a title without the tails of its letters.
    padding: { top: 0, right: 0, bottom: 3, left: 0 },
    view: { stroke: null },
    axis: {
      ...labels,
      titleFontWeight: 'normal',
      domainColor: hairline,
      tickColor: hairline,
      gridColor: hairline,
      labelPadding: 6,
    },
    axisY: { domain: false, ticks: false, labelColor: ink, labelFontSize: 12 },
    legend: { ...labels, titleFontWeight: 'normal', symbolSize: 60, symbolType: 'square' },
    text: { fill: ink, fontSize: 12 },
    line: { strokeWidth: 1.5 },
    style: {
      accent: { color: accent },
      baseline: { color: baseline },
      muted: { color: muted },
      reference: { color: ink },
    },
  };
}
