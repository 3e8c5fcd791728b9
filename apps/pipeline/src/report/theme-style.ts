import { themeColors, type ThemeColors } from '@clv/charts';

const names = Object.keys(themeColors.light) as (keyof ThemeColors)[];

const setTo = (colors: ThemeColors) => names.map((name) => `--${name}: ${colors[name]};`).join(' ');

/** Charts are drawn in the light theme's colours; a rule outweighs an attribute, so what has one takes the page's. */
const drawn = names
  .flatMap((name) =>
    ['fill', 'stroke'].map(
      (paint) => `svg [${paint}="${themeColors.light[name]}"] { ${paint}: var(--${name}); }`,
    ),
  )
  .join('\n');

/** The theme's colours as custom properties, for the page and its charts: as the reader's screen has it, light on paper. */
export const themeStyle = `
:root { color-scheme: light; ${setTo(themeColors.light)} }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; ${setTo(themeColors.dark)} }
}
${drawn}
`;
