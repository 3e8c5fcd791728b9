import { css } from 'lit';

export const tableStyles = css`
  .scroll {
    overflow: auto;
    border-block: 1px solid var(--hairline);
  }
  .spacer {
    width: max-content;
    min-width: 100%;
  }
  .window {
    position: sticky;
    top: 0;
    overflow: clip;
  }
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  table:focus-visible {
    outline-offset: -2px;
  }
  th,
  td {
    height: 32px;
    max-width: 240px;
    padding: 0 12px;
    overflow: hidden;
    text-overflow: ellipsis;
    text-align: start;
    white-space: nowrap;
    border-bottom: 1px solid var(--hairline);
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 4px;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 4px;
  }
  thead {
    position: relative;
    z-index: 1;
  }
  th {
    color: var(--muted);
    font-weight: normal;
    background: var(--background);
  }
  th button {
    padding: 4px 0;
    font-size: 13px;
    border: 0;
  }
  th button:hover {
    color: var(--ink);
    background: none;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr:hover td {
    background: var(--hover);
  }
  table:focus-visible tr.active {
    outline: 1px solid var(--accent);
    outline-offset: -2px;
  }
  tr[aria-selected='true'] td {
    background: color-mix(in srgb, var(--accent) 10%, transparent);
  }
  @media (max-width: 480px) {
    th,
    td {
      max-width: 88px;
      padding: 0 4px;
    }
    /* A name has two lines where one is too short. */
    .named {
      display: -webkit-box;
      overflow: hidden;
      font-size: 12px;
      line-height: 14px;
      white-space: normal;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .dot {
      margin-inline-end: 4px;
    }
  }
  @media (forced-colors: active) {
    tr[aria-selected='true'] td {
      forced-color-adjust: none;
      color: SelectedItemText;
      background: SelectedItem;
    }
  }
  @media print {
    table {
      border-block: 1px solid var(--hairline);
    }
    th,
    td {
      height: 24px;
      padding-inline: 8px;
    }
    thead {
      position: static;
    }
    thead,
    tr {
      break-inside: avoid;
    }
  }
`;
