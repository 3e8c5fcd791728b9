import { css } from 'lit';

export const kpisStyles = css`
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(152px, 100%), 1fr));
    gap: 1px;
    background: var(--hairline);
    border-block: 1px solid var(--hairline);
  }
  .kpi {
    display: grid;
    align-content: start;
    gap: 4px;
    padding: 16px;
    background: var(--background);
  }
  .kpi:first-child {
    padding-inline-start: 0;
  }
  dt {
    color: var(--muted);
  }
  .value {
    font-size: 28px;
    line-height: 32px;
    letter-spacing: -0.01em;
  }
  .kpi.accent .value {
    color: var(--accent);
  }
  .note {
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
`;
