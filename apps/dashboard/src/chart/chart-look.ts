import { type ThemeColors, type ThemeName, axisLocale, theme, themeColors } from '@clv/charts';
import type { Config } from 'vega-lite';

/** How a chart is drawn: light or dark, with what its page set, its numbers as a locale writes them. */
export interface ChartLook {
  name: ThemeName;
  colors: Partial<ThemeColors> & { font?: string };
  locale: string;
}

export const configOf = ({ name, colors, locale }: ChartLook): Config => ({
  ...theme(name, colors),
  locale: axisLocale(locale),
});

export const colorsOf = ({ name, colors }: ChartLook): ThemeColors => ({ ...themeColors[name], ...colors });
