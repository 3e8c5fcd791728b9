import { css } from 'lit';

export const customerStyles = css`
  :host {
    scroll-margin-top: 80px;
  }
  section {
    display: grid;
    gap: 16px;
    padding-block: 16px;
    border-block: 1px solid var(--hairline);
  }
  @media print {
    button {
      display: none;
    }
  }
  header {
    display: flex;
    gap: 8px;
    align-items: start;
    justify-content: space-between;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(360px, 100%), 1fr));
    gap: 24px 40px;
  }
  .sides > * {
    min-width: 0;
  }
  h3 {
    font-size: 12px;
    line-height: 16px;
    font-weight: normal;
    color: var(--muted);
  }
  ul {
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    overflow-wrap: anywhere;
  }
  dl {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(152px, 1fr));
    gap: 8px 16px;
    align-content: start;
  }
  dt {
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
    overflow-wrap: anywhere;
  }
  dd {
    overflow-wrap: anywhere;
  }
`;
