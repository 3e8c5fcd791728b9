import { css } from 'lit';

export const kpisStyles = css`
  :host {
    container-type: inline-size;
    overflow: hidden;
    border-block: 1px solid var(--hairline);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    margin: -1px 0 0 -17px;
  }
  /* Those of the last row share it. */
  .kpi {
    display: grid;
    flex: 1 1 152px;
    align-content: start;
    gap: 4px;
    padding: 16px;
    border: 1px solid var(--hairline);
    border-width: 1px 0 0 1px;
  }
  /* Three and two rather than four and one. */
  @container (480px < width < 860px) {
    .kpi {
      flex-basis: 30%;
    }
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
`;
