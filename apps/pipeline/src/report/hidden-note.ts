import { fewest } from '../privacy/small-counts.js';
import type { Telling } from '../privacy/telling-of.js';
import { type Html, html } from './html.js';

/** What a reader must know of a table some of whose numbers are not told. */
export const hiddenNote = (told: readonly Telling[]): Html =>
  told.every((telling) => telling === 'number')
    ? html``
    : html`<p class="muted">
        Of fewer than ${fewest} customers no number is told, nor the others that would give it away.
      </p>`;
