import { formatCount, offerColor, segmentColor } from '@clv/charts';
import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { everyone, isEveryone, toggled } from '../../view/filter.js';
import { ClvElement } from '../clv-element.js';
import { tokens } from '../tokens.js';
import { filtersStyles } from './filters.styles.js';

/**
 * Who is looked at: segments, offers and a range of risk as chips and fields, and how many customers that leaves.
 *
 * @element clv-filters
 * @csspart chip - a segment or an offer that can be filtered by
 * @csspart count - how many customers are left, of how many
 */
export class ClvFilters extends ClvElement {
  static override styles: CSSResultGroup = [tokens, filtersStyles];

  protected override content(run: ClvData): TemplateResult {
    const { filter, customers, policy, summary, view } = run;
    const { say } = this;
    const [before, after] = say('{shown} of {all} customers', {
      all: formatCount(summary.customers, this.locale),
    }).split('{shown}');
    const segments = customers.segments.names;
    const offers = policy.offers.map(({ id }) => id);
    return html`<div class="bar" role="group" aria-label=${say('Filter')}>
      <div class="count" part="count" role="status">
        ${before}<strong>${formatCount(view.figures.customers, this.locale)}</strong>${after}
      </div>
      <fieldset class=${idle(filter.segments.length === 0)}>
        <legend>${say('Segment')}</legend>
        ${segments.map((name) =>
          chip(name, segmentColor(name, segments), filter.segments.includes(name), () =>
            this.refilter(run, { segments: toggled(filter.segments, name) }),
          ),
        )}
      </fieldset>
      <fieldset class=${idle(filter.offers.length === 0)}>
        <legend>${say('Offer')}</legend>
        ${policy.offers.map(({ id, label }) =>
          chip(label, offerColor(id, offers), filter.offers.includes(id), () =>
            this.refilter(run, { offers: toggled(filter.offers, id) }),
          ),
        )}
      </fieldset>
      <div class="bar">
        <fieldset class=${idle(filter.risk === null)}>
          <legend>${say('Risk')}</legend>
          ${this.bound(run, 0)} – ${this.bound(run, 1)} %
        </fieldset>
        <button type="button" ?disabled=${isEveryone(filter)} @click=${() => this.refilter(run, everyone)}>
          ${say('Show all')}
        </button>
      </div>
    </div>`;
  }

  private bound(run: ClvData, side: 0 | 1) {
    const range: [number, number] = [...(run.filter.risk ?? [0, 1])];
    const change = (event: Event) => {
      const input = event.target as HTMLInputElement;
      range[side] = input.value === '' ? side : Math.min(1, Math.max(0, Number(input.value) / 100));
      input.value = percent(range[side]);
      range[1 - side] = side === 0 ? Math.max(range[1], range[0]) : Math.min(range[0], range[1]);
      this.refilter(run, { risk: range[0] === 0 && range[1] === 1 ? null : range });
    };
    return html`<input
      type="number"
      min="0"
      max="100"
      step="1"
      aria-label=${
        side === 0
          ? this.say('Probability of leaving, from, in percent')
          : this.say('Probability of leaving, to, in percent')
      }
      .value=${percent(range[side])}
      @change=${change}
    />`;
  }
}

const percent = (share: number) => String(Math.round(share * 100));

/** On paper only those that filter are worth their ink. */
const idle = (unused: boolean) => (unused ? 'idle' : '');

const chip = (label: string, color: string, pressed: boolean, toggle: () => void) =>
  html`<button type="button" part="chip" aria-pressed=${pressed} @click=${toggle}>
    <span class="dot" .style=${`background: ${color}`}></span>${label}
  </button>`;
