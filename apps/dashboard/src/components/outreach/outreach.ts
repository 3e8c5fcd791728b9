import { formatCount, formatMoney, formatPercent, type Say } from '@clv/charts';
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import type { ClvData } from '../../clv-data.js';
import { saveFile } from '../../save-file.js';
import { tableCsv } from '../../csv/table-csv.js';
import { type CustomerColumn, leadColumns, ownColumn, ownColumnNames } from '../../list/customer-columns.js';
import { isEveryone, toggled } from '../../view/filter.js';
import { type FoundCustomers, findCustomers } from '../../list/find-customers.js';
import type { CustomerQuery } from '../../list/list-view.js';
import { outreachRisk } from '../../list/outreach.js';
import { resultsInSight } from '../../view/results-in-sight.js';
import { closeFromOutside } from '../close-from-outside.js';
import { ClvElement } from '../clv-element.js';
import { message } from '../message/message.js';
import { mostPrinted } from '../table/row-window.js';
import type { RowOrder } from '../table/table.js';
import { tokens } from '../tokens.js';
import { outreachStyles } from './outreach.styles.js';

/**
 * Whom to call first: customers likelier to leave than to stay, the most valuable on top; or everyone in sight. They
 * can be searched by id, ordered by any column, opened, saved as CSV and copied.
 *
 * @element clv-outreach
 * @csspart title - how many are to be called, and what they are worth
 * @csspart tools - search, scope, columns, copy and download
 * @fires clv-select - a customer was opened; `detail` is `{ id, row }`
 * @fires clv-export - a file was saved; `detail` is `{ name, customers }`
 */
export class ClvOutreach extends ClvElement {
  static override styles: CSSResultGroup = [tokens, outreachStyles];

  private found?: FoundCustomers;
  /** Those of the list who were to be copied last, and whether the browser let them be. */
  private copied?: { rows: Uint32Array; mark: '✓' | '✗' };
  /** What those found are worth, by which values. */
  private worth = 0;
  private valued?: Float64Array;
  private columns?: {
    policy: ClvData['policy'];
    switched: readonly string[];
    manner: string;
    shown: CustomerColumn[];
    /** Also those that are not shown, by which the rows may still be ordered. */
    known: CustomerColumn[];
  };

  /** Puts the keyboard into the list. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('clv-table')?.focus(options);
  }

  protected override content(run: ClvData): TemplateResult {
    const rows = this.find(run);
    const { query } = run.list;
    return html`<section>
      <header>
        <div>
          <h2 part="title" aria-live="polite">${this.finding(run, rows.length)}</h2>
          <p class="small">
            ${
              query.everyone
                ? this.say('Everyone whom the filter leaves')
                : this.say('Priority outreach: over {risk} churn risk, still customers', {
                    risk: formatPercent(outreachRisk, 0, this.locale),
                  })
            }${query.everyone || !run.summary.holdout ? nothing : `, ${this.say('not held out')}`}
          </p>
          ${this.sampled(run)}
        </div>
        ${this.tools(run, rows)}
      </header>
      ${
        rows.length === 0
          ? message('status', this.nobody(run))
          : html`<clv-table
                label=${this.say('Customers')}
                .columns=${this.columnsOf(run).shown}
                .rows=${rows}
                .order=${query.order}
                .opened=${run.selected}
                @clv-order=${(event: CustomEvent<RowOrder>) => this.ask(run, { order: event.detail })}
                @clv-open=${(event: CustomEvent<number>) => this.open(run, event.detail)}
              ></clv-table>
              <p class="printed small">${printed(rows.length, this.locale, this.say)}</p>`
      }
    </section>`;
  }

  private nobody({ filter, list: { query } }: ClvData): string {
    if (query.everyone || query.search)
      return this.say('No such customer: widen the filter, or clear the search.');
    return isEveryone(filter)
      ? this.say('Nobody to call first: “Everyone” lists all customers.')
      : this.say('Nobody to call first here: widen the filter, or press “Everyone”.');
  }

  private tools(run: ClvData, rows: Uint32Array) {
    const { search, everyone } = run.list.query;
    const { say } = this;
    return html`<div class="tools" part="tools">
      <input
        type="search"
        placeholder=${say('Find by id')}
        aria-label=${say('Find by id')}
        .value=${search}
        @input=${(event: Event) => this.ask(run, { search: (event.target as HTMLInputElement).value })}
      />
      <button type="button" aria-pressed=${everyone} @click=${() => this.ask(run, { everyone: !everyone })}>
        ${say('Everyone')}
      </button>
      ${this.columnChoice(run)}
      <button type="button" ?disabled=${rows.length === 0} @click=${() => this.copy(run, rows)}>
        ${say('Copy')}${rows === this.copied?.rows ? ` ${this.copied.mark}` : nothing}
      </button>
      <button type="button" ?disabled=${rows.length === 0} @click=${() => this.download(run, rows)}>
        ${say('Download CSV')}
      </button>
    </div>`;
  }

  private columnChoice(run: ClvData) {
    const { idColumn } = run.customers;
    const { switched } = run.list;
    const toggle = (name: string) => (run.list = { ...run.list, switched: toggled(switched, name) });
    const lead = leadColumns(run, this.manner(run)).filter(({ name }) => name !== idColumn);
    const choices = [
      ...lead.map(({ name, label }) => ({ name, label, usual: true })),
      ...ownColumnNames(run).map((name) => ({ name, label: name, usual: false })),
    ];
    return html`<details @toggle=${closeFromOutside}>
      <summary>${this.say('Columns')}</summary>
      <div class="choices">
        ${choices.map(
          ({ name, label, usual }) =>
            html`<label>
              <input
                type="checkbox"
                .checked=${switched.includes(name) !== usual}
                @change=${() => toggle(name)}
              />
              ${label}
            </label>`,
        )}
      </div>
    </details>`;
  }

  private finding(run: ClvData, customers: number): string {
    const { currency, locale } = this.manner(run);
    const { say } = this;
    const count = formatCount(customers, locale);
    const money = formatMoney(this.worth, currency, locale);
    if (run.list.query.everyone)
      return customers === 1
        ? say('1 customer, worth {money}', { money })
        : say('{count} customers, worth {money}', { count, money });
    if (customers === 1) return say('1 customer to call first, worth {money}', { money });
    if (customers === 0) return say('Nobody to call first');
    return say('{count} customers to call first, worth {money}', { count, money });
  }

  private find(run: ClvData): Uint32Array {
    const found = findCustomers(run, this.columnsOf(run).known, run.list.query, this.found);
    const { clv } = run.policy;
    if (found !== this.found || clv !== this.valued) {
      this.worth = 0;
      for (let i = 0; i < found.rows.length; i++) this.worth += clv[found.rows[i]];
    }
    this.found = found;
    this.valued = clv;
    return found.rows;
  }

  private columnsOf(run: ClvData) {
    const { columns } = this;
    const { switched } = run.list;
    const manner = Object.values({
      ...this.manner(run),
      texts: JSON.stringify(this.texts ?? this.textsAround),
    }).join();
    if (columns?.policy === run.policy && columns.switched === switched && columns.manner === manner)
      return columns;
    const lead = leadColumns(run, this.manner(run));
    const own = ownColumnNames(run)
      .filter((name) => switched.includes(name))
      .map((name) => ownColumn(run.customers.table, name, this.locale));
    const shown = [...lead.filter(({ name }) => !switched.includes(name)), ...own];
    return (this.columns = { policy: run.policy, switched, manner, shown, known: [...lead, ...own] });
  }

  private ask(run: ClvData, part: Partial<CustomerQuery>): void {
    run.list = { ...run.list, query: { ...run.list.query, ...part } };
  }

  private open(run: ClvData, row: number): void {
    run.selected = row;
    this.tell('clv-select', { id: run.idOf(row), row });
  }

  private download(run: ClvData, rows: Uint32Array): void {
    const tried = run.policy === run.recommended ? '' : 'scenario_';
    const name = tried + (run.list.query.everyone ? 'customers.csv' : 'priority_outreach.csv');
    // Excel takes a file for UTF-8 by its mark alone.
    saveFile(name, ['\ufeff', ...tableCsv(resultsInSight(run), rows)], 'text/csv;charset=utf-8');
    this.tell('clv-export', { name, customers: rows.length });
  }

  private async copy(run: ClvData, rows: Uint32Array): Promise<void> {
    try {
      // There is no clipboard on a page without HTTPS, and a frame needs to be allowed it.
      await navigator.clipboard.writeText([...tableCsv(resultsInSight(run), rows, '\t')].join(''));
      this.copied = { rows, mark: '✓' };
      this.tell('clv-export', { name: 'clipboard', customers: rows.length });
    } catch {
      this.copied = { rows, mark: '✗' };
    }
    this.requestUpdate();
  }
}

/** What a sheet of paper says of those who are not on it. */
const printed = (customers: number, locale: string, say: Say) =>
  customers > mostPrinted
    ? say('The first {shown} of {all}; the CSV holds all of them.', {
        shown: formatCount(mostPrinted, locale),
        all: formatCount(customers, locale),
      })
    : nothing;
