import { html } from 'lit';
import { typedAmount } from './typed-amount.js';

/**
 * A field of money, written as text: number fields take `50.000` for fifty, and what they cannot read for nothing typed.
 *
 * @param written the budget in full, so that it shows how it was understood.
 */
export function budgetField(
  budget: number | null,
  { label, written, empty }: Record<'label' | 'written' | 'empty', string>,
  change: (typed: number | null) => void,
) {
  return html`<label>
    ${label}
    <input
      type="text"
      class="money"
      inputmode="decimal"
      autocomplete="off"
      aria-label=${label}
      placeholder=${empty}
      .value=${budget === null ? '' : String(budget)}
      @change=${({ target }: Event) => {
        const input = target as HTMLInputElement;
        const typed = typedAmount(input.value);
        const known = Number.isFinite(typed) ? Math.max(0, typed) : budget;
        const taken = input.value.trim() === '' ? null : known;
        // What stays the same is not drawn anew.
        input.value = String(taken ?? '');
        change(taken);
      }}
    />
    ${written}
  </label>`;
}
