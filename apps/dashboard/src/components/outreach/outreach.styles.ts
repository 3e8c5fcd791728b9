import { css } from 'lit';

export const outreachStyles = css`
  section {
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: end;
    justify-content: space-between;
  }
  h3 {
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
  }
  .subtitle {
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  .scroll {
    max-height: 420px;
    overflow: auto;
    border-block: 1px solid var(--hairline);
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    height: 32px;
    padding: 0 12px;
    text-align: start;
    white-space: nowrap;
    border-bottom: 1px solid var(--hairline);
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  tr:last-child td {
    border-bottom: 0;
  }
  th {
    position: sticky;
    top: 0;
    color: var(--muted);
    font-weight: normal;
    background: var(--background);
  }
  .number {
    text-align: end;
  }
  tbody tr:hover td {
    background: var(--hover);
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 8px;
    border-radius: 2px;
  }
`;
