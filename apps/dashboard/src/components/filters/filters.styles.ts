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
  .dot {
    margin-inline-end: 4px;
  }
  input {
    width: 40px;
    padding-inline: 6px;
    text-align: end;
    appearance: textfield;
  }
  input::-webkit-inner-spin-button {
    appearance: none;
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
