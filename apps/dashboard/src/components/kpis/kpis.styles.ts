import { css } from 'lit';

export const kpisStyles = css`
  :host {
    overflow: hidden;
    border-block: 1px solid var(--hairline);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(152px, 100%), 1fr));
    margin: -1px 0 0 -17px;
  }
  .kpi {
    display: grid;
    align-content: start;
    gap: 4px;
    padding: 16px;
    border: 1px solid var(--hairline);
    border-width: 1px 0 0 1px;
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
