import { css } from 'lit';

export const whatIfStyles = css`
  :host {
    container-type: inline-size;
  }
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
  label {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    color: var(--muted);
  }
  input[type='number'],
  input[type='text'] {
    width: 72px;
  }
  input[type='text'] {
    width: 120px;
  }
  input.money {
    width: 104px;
    text-align: end;
  }
  input[type='range'] {
    width: 96px;
    accent-color: var(--accent);
  }
  .scroll {
    max-height: 640px;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  .offers {
    max-width: 1080px;
  }
  @container (max-width: 860px) {
    .offers {
      max-width: 480px;
    }
    .offers,
    .offers tbody,
    .offers tr,
    .offers td {
      display: block;
    }
    .offers thead {
      display: none;
    }
    .offers tr {
      padding-block: 8px;
      border-bottom: 1px solid var(--hairline);
    }
    .offers td {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: 2px 0;
      border: 0;
    }
    .offers td[data-label]::before {
      flex: 1;
      content: attr(data-label);
      white-space: normal;
      color: var(--muted);
    }
    .offers td:first-child {
      justify-content: start;
    }
    .offers input[type='range'] {
      width: 64px;
    }
    .offers input[type='number'] {
      width: 56px;
    }
    .offers .unit {
      min-width: 52px;
    }
  }
  @media print {
    .scroll {
      max-height: none;
    }
    .tools,
    button,
    input[type='range'] {
      display: none;
    }
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
  th,
  td:first-child {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  td:first-child {
    min-width: 120px;
  }
  .dot {
    flex: none;
  }
  th {
    vertical-align: bottom;
    color: var(--muted);
    font-weight: normal;
  }
`;
