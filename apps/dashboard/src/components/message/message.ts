import { css, html } from 'lit';

/** A calm line in place of what cannot be shown. */
export const message = (role: 'alert' | 'status', text: string) =>
  html`<p class="message" role=${role} part="message">${text}</p>`;

export const messageStyles = css`
  .message {
    padding: 16px;
    border: 1px solid var(--hairline);
    border-radius: 4px;
    color: var(--muted);
  }
`;
