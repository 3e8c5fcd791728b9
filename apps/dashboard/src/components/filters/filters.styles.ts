import { css } from 'lit';

export const filtersStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    float: left;
    padding: 0;
    margin-inline-end: 6px;
    color: var(--muted);
  }
  button {
    padding-inline: 6px;
  }
  button,
  input {
    font-size: 12px;
    line-height: 16px;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 4px;
    border-radius: 2px;
  }
  input {
    width: 44px;
    padding: 3px 2px;
    font-family: inherit;
    font-variant-numeric: tabular-nums;
    text-align: end;
    color: inherit;
    background: transparent;
    border: 1px solid var(--hairline);
    border-radius: 4px;
  }
  .count {
    color: var(--muted);
  }
  @media print {
    .bar > button,
    .idle,
    button[aria-pressed='false'] {
      display: none;
    }
  }
  .count strong {
    color: var(--ink);
    font-weight: 600;
  }
`;
