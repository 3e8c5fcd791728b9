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
    overflow-wrap: break-word;
    text-align: start;
    text-indent: 0;
    white-space: normal;
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
  h2 {
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
    text-wrap: pretty;
  }
  /* A page without a doctype would have tables in another size. */
  table {
    font: inherit;
    color: inherit;
  }
  .small,
  button,
  input,
  summary {
    font-size: 12px;
    line-height: 16px;
  }
  .small {
    color: var(--muted);
  }
  .number,
  input[type='number'] {
    text-align: end;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 8px;
    border-radius: 2px;
  }
  .message {
    padding: 16px;
    border: 1px solid var(--hairline);
    border-radius: 4px;
    color: var(--muted);
  }
  button,
  input:where(:not([type='range'], [type='checkbox'])) {
    padding: 3px 4px;
    font-family: inherit;
    font-variant-numeric: inherit;
    background: none;
    border: 1px solid var(--hairline);
    border-radius: 4px;
  }
  input {
    color: var(--ink);
  }
  /* The filters stay in sight above, and do not cover what has the focus. */
  button,
  input,
  summary,
  [tabindex] {
    scroll-margin-top: 80px;
  }
  button,
  summary {
    width: fit-content;
    cursor: pointer;
  }
  button {
    padding-inline: 8px;
    color: inherit;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button[aria-pressed='true'] {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 10%, transparent);
  }
  button:hover {
    background: var(--hover);
  }
  /* Of a page in forced colors no background is left but these. */
  .dot {
    forced-color-adjust: none;
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      forced-color-adjust: none;
      color: SelectedItemText;
      background: SelectedItem;
    }
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
`;
