import type { RunSummary } from '@clv/contracts';
import type { ColumnTable } from 'arquero';
import { type Customers, readResults } from './run/customers.js';
import { type Figures, figuresOf } from './run/figures.js';
import { type Filter, everyone, isEveryone, matchingRows } from './run/filter.js';
import type { Policy } from './run/policy.js';

/**
 * A run and how it is looked at, shared by the components that show it. Whenever the filter changes it fires `change`
 * and everything derived follows.
 */
export class ClvData extends EventTarget {
  #filter: Filter = everyone;
  #rows: Uint32Array | null = null;
  #figures: Figures;

  constructor(
    readonly summary: RunSummary,
    readonly customers: Customers,
    readonly policy: Policy,
  ) {
    super();
    this.#figures = summary;
  }

  /** From the results of a run, as an Arquero table, and its summary; throws a `RunDataError` where they do not fit. */
  static fromTable(table: ColumnTable, summary: RunSummary): ClvData {
    const { customers, policy } = readResults(table, summary);
    return new ClvData(summary, customers, policy);
  }

  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Filter) {
    this.#filter = filter;
    this.#rows = matchingRows(this.customers, this.policy, filter);
    this.#figures = isEveryone(filter) ? this.summary : figuresOf(this.customers, this.policy, this.#rows);
    this.dispatchEvent(new Event('change'));
  }

  /** The rows that pass the filter; null where all do. */
  get rows(): Uint32Array | null {
    return this.#rows;
  }

  /** What the rows that pass add up to; of all rows, the summary's own figures. */
  get figures(): Figures {
    return this.#figures;
  }
}
