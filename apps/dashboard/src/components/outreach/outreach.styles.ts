import { css } from 'lit';

export const outreachStyles = css`
  section {
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  section > * {
    min-width: 0;
  }
  header,
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
  }
  header {
    justify-content: space-between;
  }
  .printed {
    display: none;
    margin-top: 8px;
  }
  @media print {
    .tools {
      display: none;
    }
    .printed {
      display: block;
    }
  }
  input[type='search'] {
    width: 128px;
    padding-inline: 8px;
  }
  details {
    position: relative;
  }
  details > summary {
    padding: 3px 8px;
    border: 1px solid var(--hairline);
    border-radius: 4px;
    list-style: none;
  }
  .choices {
    position: absolute;
    z-index: 2;
    right: 0;
    display: grid;
    max-height: 280px;
    margin-top: 4px;
    padding: 8px 12px;
    overflow: auto;
    background: var(--background);
    border: 1px solid var(--hairline);
    border-radius: 4px;
  }
  .choices label {
    display: flex;
    gap: 4px;
    align-items: center;
    /* As far apart as fingers need. */
    line-height: 24px;
    white-space: nowrap;
  }
`;
