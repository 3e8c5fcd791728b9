import { formatCount, formatMoney, formatMoneyExact, formatPercent, offerColor, type Say } from '@clv/charts';
import type { Offer } from '@clv/prescribe';
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { saveFile } from '../../save-file.js';
import type { Figures } from '../../view/figures.js';
import { type Scenario, toConfig } from '../../run/scenario.js';
import type { KeptScenario, WhatIf } from '../../what-if/what-if.js';
import { ClvElement } from '../clv-element.js';
import { tokens } from '../tokens.js';
import { budgetField } from './budget-field.js';
import { type OfferField, newOffer, offerFields } from './offer-fields.js';
import { whatIfStyles } from './what-if.styles.js';

/**
 * Other offers, another budget, another horizon: every figure on the page follows while a slider moves. Scenarios can
 * be kept, compared and saved for `clv run`.
 *
 * @element clv-what-if
 * @csspart title - what the offers in sight gain against the run's own
 * @csspart tools - add, reset, save
 * @csspart offers - a line for each offer, with its fields
 * @csspart terms - budget, horizon and discount rate
 * @csspart scenarios - the scenarios side by side
 * @fires clv-export - a scenario was saved; `detail` is `{ name, customers }`
 */
export class ClvWhatIf extends ClvElement {
  static override styles: CSSResultGroup = [tokens, whatIfStyles];

  protected override content(run: ClvData): TemplateResult {
    const { whatIf } = run;
    if (!whatIf) return this.untold(run, 'run.json');
    const { say } = this;
    const { currency, locale } = this.manner(run);
    const { offers, budget, horizonMonths, annualDiscountRate } = whatIf.scenario;
    const change = (part: Partial<Scenario>) => whatIf.ask({ ...whatIf.scenario, ...part });
    return html`<section aria-label=${say('What if')}>
      <header>
        <div>
          <h2 part="title" aria-live="polite">${this.finding(run)}</h2>
          <p class="small">${say('What if: change an offer and every figure on this page follows')}</p>
          ${this.compared(run, whatIf)} ${this.sampled(run)} ${this.learned(run)} ${this.estimated(whatIf)}
        </div>
        <div class="tools" part="tools">
          <button type="button" @click=${() => change({ offers: [...offers, newOffer(offers, say)] })}>
            ${say('Add offer')}
          </button>
          <button type="button" ?disabled=${!whatIf.differs} @click=${() => whatIf.reset()}>
            ${say('Reset')}
          </button>
          <button type="button" @click=${() => this.export(run, whatIf)}>${say('Save config')}</button>
        </div>
      </header>
      ${this.offerTable(run, change)}
      <div class="terms" part="terms">
        ${budgetField(
          budget,
          {
            label: say('Budget'),
            written: budget === null ? currency : formatMoneyExact(budget, currency, locale),
            empty: say('no limit'),
          },
          (typed) => change({ budget: typed }),
        )}
        ${field(
          say('Horizon'),
          say('months'),
          horizonMonths,
          { min: whatIf.terms.windowMonths, max: 120, step: 1, whole: true },
          (typed) => change({ horizonMonths: typed }),
        )}
        ${field(
          say('Yearly discount rate'),
          '%',
          round(annualDiscountRate * 100),
          { min: 0, max: 100, step: 0.5 },
          (typed) => change({ annualDiscountRate: typed / 100 }),
        )}
      </div>
      ${whatIf.fault ? html`<p class="fault small" role="alert">${whatIf.fault}</p>` : nothing}
      ${this.comparison(run, whatIf)}
    </section>`;
  }

  private compared(run: ClvData, { planned }: WhatIf) {
    const otherwise = [...this.heldOut(run), ...this.uncautious(run)];
    if (!planned || otherwise.length === 0) return nothing;
    const { currency, locale } = this.manner(run);
    const gain = formatMoney(planned.net_gain, currency, locale);
    return this.noted([...otherwise, this.say('the run’s own would gain {gain}', { gain })]);
  }

  /** A lift says nothing of an offer whose effect was learned, until it is another one. */
  private learned({ evidence }: ClvData) {
    if (!evidence.uplift?.offers.length) return nothing;
    return html`<p class="small">
      ${this.say(
        'What offers keep was learned from an experiment; the number here stands for it, and another one changes it in proportion. clv run learns it anew',
      )}
    </p>`;
  }

  /** Of earlier versions' runs it is not known how long customers stay by their tenure. */
  private estimated({ scenario, terms }: WhatIf) {
    if (terms.survival !== undefined || scenario.horizonMonths === terms.scenario.horizonMonths)
      return nothing;
    return html`<p class="small">${this.say('Horizon')}: ${this.say('estimated')}, ±3%</p>`;
  }

  private finding(run: ClvData): string {
    const { summary } = run;
    const { currency, locale } = this.manner(run);
    const { say } = this;
    const written = (value: number) => formatMoney(value, currency, locale);
    if (run.policy === run.recommended)
      return say('The run’s own offers gain {gain} for {spent}', {
        gain: written(summary.net_gain),
        spent: written(summary.offer_spend),
      });
    const better = run.totals.net_gain - comparedWith(run);
    const money = written(Math.abs(better));
    if (Math.abs(better) < 0.005) return say('These offers gain as much as the run’s own');
    return better > 0
      ? say('These offers gain {money} more than the run’s own', { money })
      : say('These offers gain {money} less than the run’s own', { money });
  }

  private offerTable(run: ClvData, change: (part: Partial<Scenario>) => void) {
    const { say } = this;
    const { offers, horizonMonths } = run.whatIf!.scenario;
    const fields = offerFields(say, this.manner(run).currency);
    const ids = offers.map(({ id }) => id);
    const replace = (id: string, part: Partial<Offer>) =>
      change({ offers: offers.map((offer) => (offer.id === id ? { ...offer, ...part } : offer)) });
    return html`<div class="scroll" part="offers">
      <table class="offers">
        <thead>
          <tr>
            <th scope="col">${say('Offer')}</th>
            ${fields.map(({ label }) => html`<th scope="col">${label}</th>`)}
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${offers
            .filter(({ id }) => id !== 'none')
            .map(
              (offer) =>
                html`<tr>
                  <td>
                    <span class="dot" .style=${`background: ${offerColor(offer.id, ids)}`}></span
                    >${offer.label ?? offer.id}
                  </td>
                  ${fields.map((each) => html`<td data-label=${each.label}>${offerCell(offer, each, horizonMonths, { replace, say })}</td>`)}
                  <td class="number">
                    <button
                      type="button"
                      aria-label=${say('Remove {offer}', { offer: offer.label ?? offer.id })}
                      @click=${() => change({ offers: offers.filter(({ id }) => id !== offer.id) })}
                    >
                      ${say('Remove')}
                    </button>
                  </td>
                </tr>`,
            )}
        </tbody>
      </table>
    </div>`;
  }

  private comparison(run: ClvData, whatIf: WhatIf) {
    const { say } = this;
    const lines: KeptScenario[] = [
      { name: say('As run'), figures: run.summary, scenario: whatIf.terms.scenario },
      ...(run.policy === run.recommended
        ? []
        : [{ name: say('In sight'), figures: run.totals, scenario: whatIf.scenario }]),
      ...whatIf.kept,
    ];
    return html`<div class="scroll comparison" part="scenarios">
        <table>
          <thead>
            <tr>
              <th scope="col">${say('Scenario')}</th>
              <th scope="col" class="number">${say('Net gain')}</th>
              <th scope="col" class="number">${say('Against the run')}</th>
              <th scope="col" class="number">${say('Spent')}</th>
              <th scope="col" class="number">${say('Return')}</th>
              <th scope="col" class="number">${say('Customers with an offer')}</th>
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${lines.map(
              (line) =>
                html`<tr data-scenario=${line.name}>
                  <td>${line.name}</td>
                  ${this.figures(run, line.figures)}
                  <td class="number">${this.choices(whatIf, line)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="tools">
        <input
          type="text"
          class="name"
          aria-label=${say('Name of the scenario')}
          placeholder=${say('Name')}
          @keydown=${({ key, isComposing }: KeyboardEvent) => {
            if (key === 'Enter' && !isComposing) this.keep(whatIf);
          }}
        />
        <button type="button" @click=${() => this.keep(whatIf)}>${say('Keep scenario')}</button>
      </div>`;
  }

  /** The cells of a scenario; those of one that is still being calculated are empty. */
  private figures(run: ClvData, figures: Figures | null) {
    if (!figures) return html`<td class="number" colspan="5">…</td>`;
    const { currency, locale } = this.manner(run);
    const money = (value: number) => formatMoney(value, currency, locale);
    const more = figures === run.summary ? 0 : figures.net_gain - comparedWith(run);
    const against = Math.abs(more) < 0.005 ? '–' : more > 0 ? `+${money(more)}` : money(more);
    const offered = Math.round(figures.intervention_rate * figures.customers);
    return html`<td class="number" data-value=${figures.net_gain}>${money(figures.net_gain)}</td>
      <td class="number">${against}</td>
      <td class="number">${money(figures.offer_spend)}</td>
      <td class="number">${figures.roi === null ? '–' : formatPercent(figures.roi, 1, locale)}</td>
      <td class="number">${formatCount(offered, locale)}</td>`;
  }

  private choices(whatIf: WhatIf, { name, scenario }: KeptScenario) {
    const { say } = this;
    if (scenario === whatIf.scenario && name === say('In sight')) return nothing;
    const kept = whatIf.kept.filter((each) => each.name !== name || each.scenario !== scenario);
    return html`<button
        type="button"
        aria-label=${say('Show {scenario}', { scenario: name })}
        @click=${() => whatIf.ask(scenario)}
      >
        ${say('Show')}
      </button>
      ${
        kept.length === whatIf.kept.length
          ? nothing
          : html`<button
              type="button"
              aria-label=${say('Drop {scenario}', { scenario: name })}
              @click=${() => whatIf.keepOnly(kept)}
            >
              ${say('Drop')}
            </button>`
      }`;
  }

  private keep(whatIf: WhatIf): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.name')!;
    whatIf.keep(field.value.trim() || this.say('Scenario {number}', { number: whatIf.kept.length + 1 }));
    field.value = '';
  }

  private export(run: ClvData, { scenario, terms }: WhatIf): void {
    const name = 'clv.config.json';
    saveFile(name, [toConfig(scenario, terms.config)], 'application/json');
    this.tell('clv-export', { name, customers: run.customers.count });
  }
}

const comparedWith = ({ whatIf, summary }: ClvData) => (whatIf?.planned ?? summary).net_gain;

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * What was typed, brought within its bounds, or what was there where nothing is; the field says it too, as what stays the
 * same is not drawn anew.
 */
function within(input: HTMLInputElement, before: number, whole = false): number {
  const [min, max] = [Number(input.min), Number(input.max)];
  const bounded = Math.min(Math.max(Number(input.value || before), min), max);
  const value = whole ? Math.round(bounded) : bounded;
  input.value = String(value);
  return value;
}

function offerCell(
  offer: Offer,
  { name, label, unit, scale, min, max, step, slider, whole, otherwise }: OfferField,
  horizonMonths: number,
  { replace, say }: { replace: (id: string, part: Partial<Offer>) => void; say: Say },
) {
  const value = round((offer[name] ?? otherwise(horizonMonths)) * scale);
  const described = `${label}, ${offer.label ?? offer.id}`;
  const typed = (event: Event) => {
    const input = event.target as HTMLInputElement;
    replace(offer.id, { [name]: within(input, value, whole) / scale });
  };
  return html`<label>
    ${
      slider
        ? html`<input
            type="range"
            aria-label=${say('{field}, slider', { field: described })}
            min=${min}
            max=${max}
            step=${step}
            .value=${String(value)}
            @input=${typed}
          />`
        : nothing
    }
    <input
      type="number"
      aria-label=${described}
      min=${min}
      max=${max}
      step=${step}
      .value=${String(value)}
      @change=${typed}
    />
    <span class="unit">${unit}</span>
  </label>`;
}

function field(
  label: string,
  unit: string,
  value: number,
  { min, max, step, whole }: { min: number; max: number; step: number; whole?: boolean },
  change: (typed: number) => void,
) {
  return html`<label>
    ${label}
    <input
      type="number"
      aria-label=${label}
      min=${min}
      max=${max}
      step=${step}
      .value=${String(value)}
      @change=${(event: Event) => change(within(event.target as HTMLInputElement, value, whole))}
    />
    ${unit}
  </label>`;
}
