import { formatMoney, formatPercent, valueByOffer } from '@clv/charts';
import { type CSSResultGroup, html, nothing } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { ownColumn, ownColumnNames } from '../../run/customer-columns.js';
import { ClvElement } from '../clv-element.js';
import { messageStyles } from '../message/message.js';
import { tokens } from '../tokens.js';
import { customerStyles } from './customer.styles.js';

/**
 * One customer: how likely to leave, worth what, what each offer would come to, and what is known of them. Empty until
 * one is opened.
 *
 * @element clv-customer
 * @fires clv-select - the customer was closed; `detail` is null
 */
export class ClvCustomer extends ClvElement {
  static override styles: CSSResultGroup = [tokens, messageStyles, customerStyles];

  protected override content(run: ClvData) {
    const { selected: row, customers, policy, summary } = run;
    if (row === null) return html`${nothing}`;
    const { locale } = this;
    const { currency } = summary;
    const offer = policy.offers[policy.choice[row]];
    return html`<section aria-label="Customer">
      <header>
        <div>
          <h2>${run.idOf(row)}: ${formatPercent(customers.risk[row], 1, locale)} likely to leave</h2>
          <p class="subtitle">
            ${customers.segments.names[customers.segments.codes[row]]}, worth
            ${formatMoney(policy.clv[row], currency, locale)} if they stay; ${offer.label} recommended
          </p>
        </div>
        <button type="button" @click=${() => this.shut(run)}>Close</button>
      </header>
      <div class="sides">
        <clv-chart
          .chart=${valueByOffer(this.offerValues(run, row), { currency, locale, picked: [offer.id] })}
          currency=${currency}
          locale=${locale}
        ></clv-chart>
        ${this.reasons(run, row)}
        <dl>
          ${ownColumnNames(run).map(
            (name) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${ownColumn(customers.table, name).text(row)}</dd>
              </div>`,
          )}
        </dl>
      </div>
    </section>`;
  }

  private reasons(run: ClvData, row: number) {
    const reasons = run.evidence.reasons.get(run.idOf(row)) ?? [];
    if (reasons.length === 0) return nothing;
    return html`<div>
      <h3>What moves the risk</h3>
      <ul>
        ${reasons.map((reason) => html`<li>${reason}</li>`)}
      </ul>
    </div>`;
  }

  /** Each offer whose value is known: all of a run's own, and of a scenario the recommended one. */
  private offerValues({ policy }: ClvData, row: number) {
    return policy.offers.flatMap(({ id, label }, offer) => {
      const value = policy.values[offer]?.[row] ?? knownOtherwise(policy, row, offer, id);
      return value === undefined ? [] : [{ offer: id, label, value }];
    });
  }

  private shut(run: ClvData): void {
    run.selected = null;
    this.tell('clv-select', null);
  }
}

function knownOtherwise(
  policy: ClvData['policy'],
  row: number,
  offer: number,
  id: string,
): number | undefined {
  if (id === 'none') return policy.baseline[row];
  return policy.choice[row] === offer ? policy.optimized[row] : undefined;
}
