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
    /* Of hundreds of offers the page keeps room for what it is about. */
    max-height: 152px;
    overflow: auto;
    /* Room for the outline of what has the focus. */
    margin: -3px;
    padding: 3px;
    border: 0;
  }
  legend {
    float: left;
    padding: 0;
    margin-inline-end: 6px;
    color: var(--muted);
  }
  button {
    max-width: 100%;
    padding-inline: 6px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  /* It keeps its place, beside another so that no line is empty: nothing moves when it comes. */
  button:disabled {
    visibility: hidden;
  }
  .dot {
    margin-inline-end: 4px;
  }
  input {
    width: 40px;
    padding-inline: 6px;
    appearance: textfield;
  }
  input::-webkit-inner-spin-button {
    appearance: none;
  }
  .count {
    color: var(--muted);
  }
  @media print {
    fieldset {
      max-height: none;
    }
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
