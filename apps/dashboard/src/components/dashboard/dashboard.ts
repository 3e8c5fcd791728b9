import { formatCount, type Say } from '@clv/charts';
import { ContextProvider } from '@lit/context';
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ClvData } from '../../clv-data.js';
import { clvContext, textsContext } from '../../context.js';
import type { PartOfView, ViewState } from '../../view-state.js';
import { ClvElement } from '../clv-element.js';
import { tokens } from '../tokens.js';
import { dashboardStyles } from './dashboard.styles.js';
import { UrlState } from './url-state.js';

/**
 * Everything about a run on one page.
 *
 * @element clv-dashboard
 * @csspart header - the heading, and what the run was
 * @csspart charts - the grid of charts
 * @slot title - the page's heading, where it has another
 */
export class ClvDashboard extends ClvElement {
  static override styles: CSSResultGroup = [tokens, dashboardStyles];

  /** `light` or `dark`; left out, it follows the system. */
  @property({ reflect: true }) theme?: 'light' | 'dark';

  /** Keeps filters and the open customer in the hash of the page's address; for pages that are all dashboard. */
  @property({ type: Boolean, attribute: 'url-state' }) urlState = false;

  /** What is to be restored once the run is there. */
  private wanted?: PartOfView;
  private kept?: { run: ClvData; state: UrlState };
  private readonly lent = new ContextProvider(this, { context: clvContext });
  private readonly lentTexts = new ContextProvider(this, { context: textsContext });

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.lent.setValue(this.run);
    this.lentTexts.setValue(this.texts);
    this.keepUrl();
    if (this.run && this.wanted) this.restore(this.wanted);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.kept?.state.stop();
    this.kept = undefined;
  }

  /** How the run is looked at, as plain data; null while it is loading. */
  save(): ViewState | null {
    return this.run?.save() ?? null;
  }

  /** Looks at the run as `save()` said, while it is loading as soon as it is there. */
  restore(view: PartOfView): void {
    this.wanted = this.run ? undefined : view;
    this.run?.restore(view);
  }

  /**
   * A customer who was opened, from the list or by the address, may stand below the window's edge. Where one was closed from
   * within, the button that did it is gone, and the keyboard would be nowhere.
   */
  private readonly reveal = async (): Promise<void> => {
    const customer = () => this.renderRoot.querySelector('clv-customer');
    const hadKeyboard = customer()?.matches(':focus-within');
    await this.updateComplete;
    await customer()?.updateComplete;
    customer()?.scrollIntoView({ block: 'nearest' });
    if (hadKeyboard && !customer()) this.renderRoot.querySelector('clv-outreach')?.focus();
  };

  private keepUrl(): void {
    const { run } = this;
    if (!this.urlState || !run || run === this.kept?.run) return;
    this.kept?.state.stop();
    this.kept = { run, state: new UrlState(run, this.reveal) };
  }

  protected override render(): TemplateResult {
    return html`<main>${super.render()}</main>`;
  }

  protected override content(run: ClvData): TemplateResult {
    const { summary, selected, evidence } = run;
    const { locale, currency } = this;
    const isDue = (file: string, told: unknown) => told || evidence.unread?.includes(file);
    return html`
      <header class="top" part="header">
        <slot name="title"><h2>${this.say('Retention')}</h2></slot>
        <p class="facts small">
          ${run.tried ? html`<strong>${this.say('What if')}</strong> · ` : nothing}${facts(run, locale, this.say)}
        </p>
      </header>
      <clv-filters locale=${locale} currency=${ifDefined(currency)}></clv-filters>
      <clv-kpis locale=${locale} currency=${ifDefined(currency)}></clv-kpis>
      <div class="charts" part="charts">
        <clv-segments locale=${locale} currency=${ifDefined(currency)}></clv-segments>
        <clv-risk-histogram locale=${locale} currency=${ifDefined(currency)}></clv-risk-histogram>
        <clv-risk-by-segment locale=${locale} currency=${ifDefined(currency)}></clv-risk-by-segment>
        <clv-value-by-segment locale=${locale} currency=${ifDefined(currency)}></clv-value-by-segment>
        <clv-offers locale=${locale} currency=${ifDefined(currency)}></clv-offers>
        <clv-frontier locale=${locale} currency=${ifDefined(currency)}></clv-frontier>
        ${isDue('policies.json', evidence.policies.length) ? html`<clv-policies locale=${locale} currency=${ifDefined(currency)}></clv-policies>` : nothing}
        ${
          isDue('uplift.json', evidence.uplift)
            ? html`<clv-uplift-curve locale=${locale} currency=${ifDefined(currency)}></clv-uplift-curve>`
            : nothing
        }
        ${isDue('churn_report.json', evidence.churn) ? html`<clv-calibration locale=${locale} currency=${ifDefined(currency)}></clv-calibration>` : nothing}
      </div>
      <clv-what-if locale=${locale} currency=${ifDefined(currency)}></clv-what-if>
      <clv-outreach
        locale=${locale}
        currency=${ifDefined(currency)}
        @clv-select=${this.reveal}
      ></clv-outreach>
      ${selected === null ? nothing : html`<clv-customer locale=${locale} currency=${ifDefined(currency)} @clv-select=${this.reveal}></clv-customer>`}
      ${
        summary.notices.length > 0
          ? html`<details class="notices small">
              <summary>${this.say('How these figures came about')}</summary>
              <ul>
                ${summary.notices.map((notice) => html`<li>${notice}</li>`)}
              </ul>
            </details>`
          : nothing
      }
    `;
  }
}

function facts({ summary, horizonMonths }: ClvData, locale: string, say: Say): string {
  const written = (value: number) =>
    value.toLocaleString(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const auc = written(summary.auc);
  const heldOut =
    summary.auc_ceiling === undefined
      ? say('held-out AUC {auc}', { auc })
      : say('held-out AUC {auc} of {ceiling} possible', { auc, ceiling: written(summary.auc_ceiling) });
  return [
    summary.customers === 1
      ? say('1 customer')
      : say('{count} customers', { count: formatCount(summary.customers, locale) }),
    ...(horizonMonths > 0
      ? [
          horizonMonths === 1
            ? say('value over 1 month')
            : say('value over {months} months', { months: horizonMonths }),
        ]
      : []),
    ...(summary.auc > 0 ? [heldOut] : []),
    ...(summary.backtest ? [say('back-test')] : []),
  ].join(' · ');
}
