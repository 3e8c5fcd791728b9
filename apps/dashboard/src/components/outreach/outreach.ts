import {
  formatCount,
  formatMoney,
  formatMoneyExact,
  formatPercent,
  offerColor,
  segmentColor,
} from '@clv/charts';
import { type CSSResultGroup, html } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { saveFile } from '../../csv/save-file.js';
import { tableCsv } from '../../csv/table-csv.js';
import { outreachRisk, priorityOutreach } from '../../run/outreach.js';
import { ClvElement } from '../clv-element.js';
import { message, messageStyles } from '../message/message.js';
import { tokens } from '../tokens.js';
import { outreachStyles } from './outreach.styles.js';

const rowsShown = 100;

/**
 * Whom to call first: customers more likely to leave than to stay, the most valuable on top.
 *
 * @element clv-outreach
 */
export class ClvOutreach extends ClvElement {
  static override styles: CSSResultGroup = [tokens, messageStyles, outreachStyles];

  protected override content(run: ClvData) {
    const rows = priorityOutreach(run.customers, run.policy, run.view.rows);
    const value = rows.reduce((sum, row) => sum + run.policy.clv[row], 0);
    const { currency } = run.summary;
    const title =
      rows.length === 0
        ? 'Nobody here is likelier to leave than to stay'
        : `${formatCount(rows.length, this.locale)} customers are likelier to leave than to stay, worth ${formatMoney(value, currency, this.locale)}`;
    return html`<section>
      <header>
        <div>
          <h3>${title}</h3>
          <p class="subtitle">
            Priority outreach: probability of leaving over ${formatPercent(outreachRisk, 0)}, the most
            valuable first${rows.length > rowsShown ? `; the first ${rowsShown}` : ''}
          </p>
        </div>
        <button type="button" ?disabled=${rows.length === 0} @click=${() => this.download(run, rows)}>
          Download CSV
        </button>
      </header>
      ${rows.length === 0 ? message('status', 'No customer to call: widen the filter to see more.') : this.list(run, rows)}
    </section>`;
  }

  private list(run: ClvData, rows: Uint32Array) {
    const { customers, policy, summary } = run;
    const { locale } = this;
    const id = customers.table.column(customers.idColumn)!;
    const money = (value: number) =>
      html`<td class="number" title=${formatMoneyExact(value, summary.currency, locale)}>
        ${formatMoney(value, summary.currency, locale)}
      </td>`;
    const offers = policy.offers.map((offer) => offer.id);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Priority outreach">
      <table>
        <thead>
          <tr>
            <th scope="col">${customers.idColumn}</th>
            <th scope="col">Segment</th>
            <th scope="col" class="number">Leaves</th>
            <th scope="col" class="number">Value</th>
            <th scope="col">Offer</th>
            <th scope="col" class="number">Gain</th>
          </tr>
        </thead>
        <tbody>
          ${Array.from(rows.subarray(0, rowsShown), (row) => {
            const segment = customers.segments.names[customers.segments.codes[row]];
            const offer = policy.offers[policy.choice[row]];
            return html`<tr>
              <td>${String(id.at(row) ?? '')}</td>
              <td>${dot(segmentColor(segment, customers.segments.names))}${segment}</td>
              <td class="number" title=${String(customers.risk[row])}>
                ${formatPercent(customers.risk[row], 1, locale)}
              </td>
              ${money(policy.clv[row])}
              <td>${dot(offerColor(offer.id, offers))}${offer.label}</td>
              ${money(policy.optimized[row] - policy.baseline[row])}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  private download(run: ClvData, rows: Uint32Array): void {
    saveFile('priority_outreach.csv', [...tableCsv(run.customers.table, rows)], 'text/csv;charset=utf-8');
  }
}

const dot = (color: string) => html`<span class="dot" .style=${`background: ${color}`}></span>`;
