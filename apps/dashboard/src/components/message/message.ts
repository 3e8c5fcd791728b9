import { type TemplateResult, html } from 'lit';

/** A calm line in place of what cannot be shown. */
export const message = (role: 'alert' | 'status', text: string | TemplateResult) =>
  html`<p class="message" role=${role} part="message">${text}</p>`;
