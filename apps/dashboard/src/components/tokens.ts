import { themeColors } from '@clv/charts';
import { css, unsafeCSS } from 'lit';

const { light, dark } = themeColors;
const either = (name: keyof typeof light) => unsafeCSS(`light-dark(${light[name]}, ${dark[name]})`);

/** The tokens that a host page may set (`--clv-*`), and what they are where it does not. */
export const tokens = css`
  :host {
    --background: var(--clv-background, ${either('background')});
    --ink: var(--clv-ink, ${either('ink')});
    --muted: var(--clv-muted, ${either('muted')});
    --hairline: var(--clv-hairline, ${either('hairline')});
    --accent: var(--clv-accent, ${either('accent')});
    --hover: color-mix(in srgb, var(--ink) 5%, transparent);
    --font: var(
      --clv-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      Arial,
      sans-serif
    );
    display: block;
    print-color-adjust: exact;
    color: var(--ink);
    font: 13px/20px var(--font);
    font-variant-numeric: tabular-nums;
  }
  @media print {
    :host {
      color-scheme: light;
    }
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  dl,
  dd,
  figure {
    margin: 0;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid var(--hairline);
    border-radius: 4px;
    padding: 3px 8px;
    cursor: pointer;
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 10%, transparent);
  }
  button:hover {
    background: var(--hover);
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
`;
