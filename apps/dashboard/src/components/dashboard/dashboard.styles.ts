import { css } from 'lit';

export const dashboardStyles = css`
  :host {
    color-scheme: light dark;
    background: var(--background);
    container-type: inline-size;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 28px;
    max-width: 1680px;
    margin-inline: auto;
    padding: 24px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: baseline;
    justify-content: space-between;
  }
  h2,
  ::slotted([slot='title']) {
    margin: 0;
    font-size: 20px;
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .charts {
    display: flex;
    flex-wrap: wrap;
    gap: 32px 40px;
  }
  /* Those of the last row share it, so that no place is empty whatever the number of charts. */
  .charts > * {
    flex: 1 1 420px;
    min-width: 0;
  }
  @container (min-width: 900px) {
    clv-filters {
      position: sticky;
      top: 0;
      z-index: 3;
      padding-block: 8px;
      margin-block: -8px;
      background: var(--background);
    }
  }
  @media print {
    :host,
    :host([theme]) {
      color-scheme: light;
    }
    main {
      gap: 24px;
      padding: 0;
    }
    .charts {
      gap: 24px;
    }
    .charts > * {
      flex-basis: 100%;
    }
    .charts > *,
    clv-kpis,
    clv-what-if {
      break-inside: avoid;
    }
    clv-filters {
      position: static;
    }
  }
  .notices ul {
    margin: 8px 0;
    padding-inline-start: 16px;
  }
  @container (max-width: 480px) {
    main {
      padding: 16px;
      gap: 24px;
    }
  }
`;
