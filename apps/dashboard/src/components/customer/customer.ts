import {
  type Chart,
  formatMoney,
  formatPercent,
  reasonsWaterfall,
  valueByMonth,
  valueByOffer,
} from '@clv/charts';
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { ownColumn, ownColumnNames } from '../../list/customer-columns.js';
import { monthValues } from './value-by-month.js';
import { ClvElement } from '../clv-element.js';
import { tokens } from '../tokens.js';
import { customerStyles } from './customer.styles.js';

/**
 * One customer: how likely to leave and what moves that, worth what and when, what each offer would come to, and what is
 * known of them. Empty until one is opened.
 *
 * @element clv-customer
 * @fires clv-select - the customer was closed; `detail` is null
 * @csspart title - who it is, and how likely to leave
 * @csspart facts - what is known of the customer
 */
export class ClvCustomer extends ClvElement {
  static override styles: CSSResultGroup = [tokens, customerStyles];

  protected override content(run: ClvData): TemplateResult {
    const { selected: row, customers } = run;
    if (row === null) return html`${nothing}`;
    const { locale, say } = this;
    return html`<section aria-label=${say('Customer')}>
      <header>
        <div>
          <h2 part="title">
            ${say('{customer}: {risk} likely to leave', {
              customer: run.idOf(row),
              risk: formatPercent(customers.risk[row], 1, locale),
            })}
          </h2>
          <p class="small">${this.verdict(run, row)}</p>
        </div>
        <button type="button" @click=${() => this.shut(run)}>${say('Close')}</button>
      </header>
      <div class="sides">
        ${this.worth(run, row)} ${this.reasons(run, row)} ${this.months(run, row)}
        <dl part="facts">
          ${ownColumnNames(run).map(
            (name) =>
              html`<div>
                <dt>${name.replaceAll('_', ' ')}</dt>
                <dd>${ownColumn(customers.table, name, locale).text(row)}</dd>
              </div>`,
          )}
        </dl>
      </div>
    </section>`;
  }

  private verdict(run: ClvData, row: number): string {
    const { customers, policy } = run;
    const { locale, currency } = this.manner(run);
    const said = {
      segment: customers.segments.names[customers.segments.codes[row]],
      value: formatMoney(policy.clv[row], currency, locale),
    };
    const planned = heldOutOf(run, row);
    if (planned !== undefined)
      return this.say('{segment}, worth {value} if they stay; held out of {offer}, to measure the campaign', {
        ...said,
        offer: planned,
      });
    const offer = policy.offers[policy.choice[row]].label;
    const verdict = this.say('{segment}, worth {value} if they stay; {offer} recommended', {
      ...said,
      offer,
    });
    return isBeyondBudget(run, row)
      ? `${verdict} (${this.say('the budget does not reach this far')})`
      : verdict;
  }

  private figure(chart: Chart, run: ClvData) {
    const { locale, currency, texts } = this.manner(run);
    return html`<clv-chart
      .chart=${chart}
      .texts=${texts}
      currency=${currency}
      locale=${locale}
    ></clv-chart>`;
  }

  /** Nothing where a scenario makes no offer: it tells no other's value, and the budget may be why. */
  private worth(run: ClvData, row: number) {
    const { policy, recommended } = run;
    const values = this.offerValues(run, row);
    if (policy !== recommended && values.length < 2) return nothing;
    const { id } = policy.offers[policy.choice[row]];
    return this.figure(valueByOffer(values, { ...this.manner(run), picked: [id] }), run);
  }

  /** As a waterfall where the run tells all of it, as a list where an older run tells only the strongest. */
  private reasons(run: ClvData, row: number) {
    const { reasons = [], explanation } = run.evidence.reasons.get(run.idOf(row)) ?? {};
    if (explanation)
      return this.figure(
        reasonsWaterfall(explanation, run.customers.risk[row], { locale: this.locale, texts: this.spoken }),
        run,
      );
    if (reasons.length === 0)
      return this.untold(
        run,
        'reasons.json',
        this.say('No reasons: the run explains those who are first to be called.'),
      );
    return html`<div>
      <h3>${this.say('What moves the risk')}</h3>
      <ul>
        ${reasons.map((reason) => html`<li>${reason}</li>`)}
      </ul>
    </div>`;
  }

  private months(run: ClvData, row: number) {
    const months = monthValues(run, row);
    return months ? this.figure(valueByMonth(months, this.manner(run)), run) : nothing;
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

/**
 * Whether a customer gets less than would be worth most, and nothing but the budget can be why. Of a cautious run it may be
 * that the offer's effect is not known well, and of one that does not tell its terms any limit.
 */
function isBeyondBudget({ policy, recommended, summary, terms }: ClvData, row: number): boolean {
  if (policy !== recommended) return policy.outbid?.[row] === 1;
  const { config } = terms ?? {};
  if (summary.budget === null || !config || config.risk_aversion) return false;
  return policy.values.some((values) => values !== null && values[row] > policy.optimized[row] + 0.005);
}

/** The offer that a customer would get, were they not held out of the run's campaign; undefined of all others. */
function heldOutOf({ customers: { table }, policy, recommended }: ClvData, row: number): string | undefined {
  const planned = table.column('planned_incentive')?.at(row);
  const offer = policy.offers.find(({ id }) => id === planned);
  const isHeldOut = offer && offer.id !== policy.offers[policy.choice[row]].id;
  return policy === recommended && isHeldOut ? offer.label : undefined;
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
