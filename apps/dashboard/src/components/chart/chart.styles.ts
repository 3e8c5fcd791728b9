import { type ThemeColors, themeColors } from '@clv/charts';
import { css, unsafeCSS } from 'lit';

const { light, dark } = themeColors;

/** No chart is drawn anew before a sheet is printed, so what is in the colours of the dark gets those of the day. */
const byDay = unsafeCSS(
  (Object.keys(light) as (keyof ThemeColors)[])
    .flatMap((name) =>
      ['fill', 'stroke'].map((paint) => `.plot [${paint}='${dark[name]}'] { ${paint}: ${light[name]} }`),
    )
    .join(''),
);

export const chartStyles = css`
  figure {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-width: 0;
  }
  figcaption {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
  }
  .plot {
    min-width: 0;
    overflow: hidden;
  }
  .plot svg {
    display: block;
    /* Where labels end is reckoned from the left, also on a page that is read from the right. */
    direction: ltr;
    /* Vega measures labels without these. */
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
  }
  .tip {
    position: absolute;
    z-index: 1;
    display: grid;
    grid-template-columns: auto auto;
    gap: 0 12px;
    padding: 8px;
    font-size: 12px;
    line-height: 16px;
    background: var(--background);
    border: 1px solid var(--hairline);
    border-radius: 4px;
    pointer-events: none;
  }
  .tip dt {
    color: var(--muted);
  }
  .tip dd {
    text-align: end;
  }
  /* The table of data, once open, is as wide as the chart: the buttons stand beside its summary. */
  .more {
    display: grid;
    grid-template-columns: 1fr auto auto;
    gap: 8px;
    align-items: start;
  }
  .more > * {
    grid-row: 1;
  }
  .more details {
    grid-column: 1 / -1;
    min-width: 0;
  }
  .more button {
    grid-column: 2;
    padding: 0 4px;
    border-color: transparent;
  }
  .more button + button {
    grid-column: 3;
  }
  .more button:hover,
  .more button:focus-visible {
    border-color: var(--hairline);
  }
  @media print {
    .more {
      display: none;
    }
    /* Drawn as wide as the window was, a sheet may be narrower. */
    .plot svg {
      max-width: 100%;
      height: auto;
    }
    ${byDay}
  }
  .scroll {
    max-height: 280px;
    overflow: auto;
  }
  table {
    margin-block: 8px;
    border-collapse: collapse;
    color: var(--ink);
  }
  th {
    color: var(--muted);
    font-weight: normal;
  }
  th,
  td {
    padding: 2px 12px 2px 0;
    text-align: end;
    white-space: nowrap;
    border-bottom: 1px solid var(--hairline);
  }
  .text {
    text-align: start;
  }
`;
