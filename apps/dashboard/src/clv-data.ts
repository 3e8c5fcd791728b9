import { checkOptions, shapes, type RunSummary } from '@clv/contracts';
import { type AnyTable, customerTable } from './table/any-table.js';
import { type CrossFiltered, crossFilter } from './view/cross-filter.js';
import { type Customers, readResults } from './run/customers.js';
import { type RunEvidence, noEvidence } from './run/evidence.js';
import type { Figures } from './view/figures.js';
import { type Filter, everyone, filterShape, isEveryone } from './view/filter.js';
import { idMatch } from './list/id-match.js';
import { knownList, type ListView, priorityList } from './list/list-view.js';
import type { Policy } from './run/policy.js';
import type { ShownRun } from './view/shown-run.js';
import { tableSummary } from './run/table-summary.js';
import { type PartOfView, type ViewState, viewShape } from './view-state.js';
import type { RunTerms } from './run/run-terms.js';
import type { Scenario } from './run/scenario.js';
import { WhatIf } from './what-if/what-if.js';

/**
 * A run and how it is looked at, shared by the components that show it. Whenever the filter, the policy or the
 * selected customer changes it fires `change`, and everything shown follows.
 */
export class ClvData extends EventTarget implements ShownRun {
  #filter: Filter = everyone;
  #policy: Policy;
  #selected: number | null = null;
  #list: ListView = priorityList;
  #view?: CrossFiltered;
  /** The rows in sight, and the filter that left them. */
  #seen?: { filter: Filter; rows: Uint32Array };
  #totals?: Figures;
  #whatIf?: WhatIf;

  constructor(
    readonly summary: RunSummary,
    readonly customers: Customers,
    /** What the run recommends. */
    readonly recommended: Policy,
    /** On what terms; without them nothing can be tried out. */
    readonly terms?: RunTerms,
    /** What shows that its recommendations are good ones. */
    readonly evidence: RunEvidence = noEvidence,
  ) {
    super();
    this.#policy = recommended;
  }

  /**
   * From the results of a run as an Arquero table, an Arrow table or plain columns, and its summary; without one the
   * figures are added up from the rows. Throws a `RunDataError` that names every column it misses.
   */
  static fromTable(table: AnyTable, summary?: RunSummary, terms?: RunTerms, evidence?: RunEvidence): ClvData {
    const plain = customerTable(table);
    const known = summary ?? tableSummary(plain);
    const { customers, policy } = readResults(plain, known);
    const usable = terms && plain.columnNames().includes(terms.priceColumn) ? terms : undefined;
    const whole = summary ?? { ...known, ...crossFilter(customers, policy, everyone).figures };
    return new ClvData(whole, customers, policy, usable, evidence);
  }

  /** Who is looked at; parts that are left out when it is set leave everyone in. */
  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Partial<Filter>) {
    checkOptions({ filter }, { filter: filterShape }, ['filter']);
    this.#filter = { ...everyone, ...filter };
    this.changed();
  }

  /** The policy in sight: the run's own, or one that is tried out. */
  get policy(): Policy {
    return this.#policy;
  }

  set policy(policy: Policy) {
    this.#policy = policy;
    this.#totals = undefined;
    this.changed();
  }

  /** Over how many months the policy in sight counts value; not a number where a table does not tell. */
  get horizonMonths(): number {
    return this.tried?.horizonMonths ?? this.summary.horizon_months;
  }

  /** The scenario in sight; undefined while that is the run's own policy. */
  get tried(): Scenario | undefined {
    return this.#policy === this.recommended ? undefined : this.#whatIf?.scenario;
  }

  /** The row of the customer looked at, if any. */
  get selected(): number | null {
    return this.#selected;
  }

  set selected(row: number | null) {
    const { nullable, whole } = shapes;
    checkOptions({ selected: row }, { selected: nullable(whole(0, this.customers.count - 1)) }, ['selected']);
    this.#selected = row;
    this.dispatchEvent(new Event('change'));
  }

  /** What the list of customers shows, and in which order. */
  get list(): ListView {
    return this.#list;
  }

  set list(list: ListView) {
    this.#list = list;
    this.dispatchEvent(new Event('change'));
  }

  /** What the filter leaves and what that adds up to; of all rows and the run's own policy, the summary's own figures. */
  get view(): CrossFiltered {
    return (this.#view ??= this.look());
  }

  /** What everyone adds up to under the policy in sight, whatever is filtered. */
  get totals(): Figures {
    if (isEveryone(this.#filter)) return this.view.figures;
    if (this.#policy === this.recommended) return this.summary;
    return (this.#totals ??= crossFilter(this.customers, this.#policy, everyone).figures);
  }

  /** Tries out other offers; undefined where the run does not tell its terms. Its worker starts at the first look. */
  get whatIf(): WhatIf | undefined {
    if (!this.terms) return undefined;
    if (!this.#whatIf) {
      this.#whatIf = new WhatIf(this, this.terms);
      this.#whatIf.addEventListener('change', () => this.dispatchEvent(new Event('change')));
    }
    return this.#whatIf;
  }

  /** Gives the worker's memory back; what was tried out is forgotten, and what is on the page shows the run's own again. */
  rest(): void {
    this.#whatIf?.stop();
    this.#whatIf = undefined;
    this.policy = this.recommended;
  }

  /** How the run is looked at, as plain data. */
  save(): ViewState {
    return {
      filter: this.#filter,
      customer: this.#selected === null ? null : this.idOf(this.#selected),
      scenario: this.#whatIf?.differs ? this.#whatIf.scenario : null,
      kept: (this.#whatIf?.kept ?? []).map(({ name, scenario }) => ({ name, scenario })),
      list: this.#list,
    };
  }

  /** Looks at the run as `save()` said; names that this run does not have are left out, and what is not said is as at first. */
  restore(view: PartOfView): void {
    checkOptions({ view }, { view: viewShape }, ['view']);
    const { customer = null, list = priorityList } = view;
    const scenario = view.scenario && this.isPossible(view.scenario) ? view.scenario : null;
    const kept = (view.kept ?? []).filter((each) => this.isPossible(each.scenario));
    const filter = { ...everyone, ...view.filter };
    this.tryOut(scenario);
    if (kept.length > 0 || this.#whatIf) this.whatIf?.keepOnly(kept);
    const offers = [...this.#policy.offers, ...(scenario?.offers ?? [])].map(({ id }) => id);
    this.#filter = {
      segments: filter.segments.filter((name) => this.customers.segments.names.includes(name)),
      offers: filter.offers.filter((id) => offers.includes(id)),
      risk: filter.risk,
    };
    this.#selected = customer === null ? null : this.rowOf(customer);
    this.#list = knownList(list, this);
    this.changed();
  }

  /** The id of the customer in a row, as text. */
  idOf(row: number): string {
    return String(this.customers.ids.at(row) ?? '');
  }

  /** A run refuses a horizon that is shorter than the window it decides in. */
  private isPossible({ horizonMonths }: Scenario): boolean {
    return !(this.terms && horizonMonths < this.terms.windowMonths);
  }

  private tryOut(scenario: Scenario | null): void {
    const known = this.#whatIf?.differs ? this.#whatIf.scenario : null;
    if (JSON.stringify(scenario) === JSON.stringify(known)) return;
    if (scenario) this.whatIf?.ask(scenario);
    else this.#whatIf?.reset();
  }

  private rowOf(id: string): number | null {
    const mayBe = idMatch(this.customers.ids, id);
    for (let row = 0; row < this.customers.count; row++) if (mayBe(row) && this.idOf(row) === id) return row;
    return null;
  }

  private look(): CrossFiltered {
    const view = this.sameRows(crossFilter(this.customers, this.#policy, this.#filter));
    if (this.#policy !== this.recommended) return view;
    const { segments, offers, risk } = this.#filter;
    const summed = (filter: Filter, counted: CrossFiltered['figures']) =>
      isEveryone(filter) ? this.summary : counted;
    return {
      ...view,
      figures: summed(this.#filter, view.figures),
      bySegment: summed({ segments: [], offers, risk }, view.bySegment),
      byOffer: summed({ segments, offers: [], risk }, view.byOffer),
    };
  }

  /** Unless offers are filtered by, another policy leaves the same rows in sight, so that a sorted list need not be sorted again. */
  private sameRows(view: CrossFiltered): CrossFiltered {
    const filter = this.#filter;
    if (this.#seen?.filter === filter && filter.offers.length === 0)
      return { ...view, rows: this.#seen.rows };
    this.#seen = { filter, rows: view.rows };
    return view;
  }

  private changed(): void {
    this.#view = undefined;
    this.dispatchEvent(new Event('change'));
  }
}
