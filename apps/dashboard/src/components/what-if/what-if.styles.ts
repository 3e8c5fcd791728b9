import { css } from 'lit';

export const whatIfStyles = css`
  section {
    display: grid;
    gap: 16px;
    min-width: 0;
  }
  section > * {
    min-width: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
    justify-content: space-between;
  }
  h2 {
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
  }
  .subtitle,
  .fault {
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  .tools,
  .terms {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: center;
  }
  .tools {
    gap: 8px;
  }
  button,
  input {
    font-size: 12px;
    line-height: 16px;
  }
  label {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    color: var(--muted);
  }
  input[type='number'],
  input[type='text'] {
    width: 72px;
    padding: 3px 4px;
    font-family: inherit;
    font-variant-numeric: tabular-nums;
    color: var(--ink);
    background: transparent;
    border: 1px solid var(--hairline);
    border-radius: 4px;
  }
  input[type='number'] {
    text-align: end;
  }
  input[type='text'] {
    width: 120px;
  }
  input[type='range'] {
    width: 96px;
    accent-color: var(--accent);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  .comparison table {
    width: max-content;
  }
  .comparison .number {
    padding-inline-start: 24px;
  }
  th,
  td {
    padding: 4px 12px 4px 0;
    text-align: start;
    white-space: nowrap;
    border-bottom: 1px solid var(--hairline);
  }
  th {
    color: var(--muted);
    font-weight: normal;
  }
  td > label {
    color: var(--muted);
  }
  .number {
    text-align: end;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 8px;
    border-radius: 2px;
  }
`;
