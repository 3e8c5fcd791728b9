import { hiddenText } from '../../privacy/hidden-text.js';
import type { Telling } from '../../privacy/telling-of.js';
import { type Html, html } from '../html.js';

export function hiddenNote(told: readonly Telling[]): Html {
  const text = hiddenText(told);
  return text === undefined ? html`` : html`<p class="muted">${text}</p>`;
}
