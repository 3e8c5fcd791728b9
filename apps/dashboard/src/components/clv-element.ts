import { type Say, type Texts, formatCount, sayWith } from '@clv/charts';
import { consume } from '@lit/context';
import { type TemplateResult, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ClvData } from '../clv-data.js';
import { clvContext, textsContext } from '../context.js';
import type { ClvEvents } from '../events.js';
import type { AnyTable } from '../table/any-table.js';
import type { Filter } from '../view/filter.js';
import { loadRun } from '../load-run.js';
import { onceSpoken, textsOf } from '../texts/texts-of.js';
import { mannerFault, orElse } from './manner-fault.js';
import { message } from './message/message.js';
import { MovableElement } from './movable-element.js';

/**
 * What every component over a run does: it takes its data from its own `data`, else from its own `src`, else from the
 * component around it, redraws itself when the view changes, and says calmly what is wrong.
 *
 * @fires clv-filter-change - the reader filtered; `detail` is the filter
 * @csspart message - the line in place of what is loading, is missing or failed
 * @cssproperty --clv-background - the ground (default white, or near black in the dark)
 * @cssproperty --clv-ink - text
 * @cssproperty --clv-muted - text that steps back: measures, units, labels
 * @cssproperty --clv-hairline - lines between things
 * @cssproperty --clv-accent - the one accent: what our policy gives
 * @cssproperty --clv-baseline - in charts: what happens without us
 * @cssproperty --clv-font - the font family (default: the system's)
 */
export abstract class ClvElement extends MovableElement {
  /** The run folder to show, ending in a slash; left out where `data` is set or another component gives it. */
  @property({ hasChanged: () => true }) src?: string;
  /** A run already loaded, such as one that several components share; or a table of results. */
  @property({ attribute: false }) data?: ClvData | AnyTable;
  /** A BCP 47 tag for numbers and texts (default en-US); texts are there in English, German, French and Spanish. */
  @property({ converter: orElse('en-US') }) locale = 'en-US';
  /**
   * Other texts, by the English ones: of a language that is not there, or to say some of them otherwise (default: those of
   * the component around it, else of the locale).
   */
  @property({ attribute: false }) texts?: Texts;
  /** An ISO 4217 code for money (default: the run's own); nothing is converted, only written. */
  @property() currency?: string;

  @consume({ context: clvContext, subscribe: true })
  @state()
  protected around?: ClvData;

  @consume({ context: textsContext, subscribe: true })
  @state()
  protected textsAround?: Texts;

  private given?: ClvData;
  @state() private loaded?: ClvData;
  @state() private failure?: Error;
  private loading?: AbortController;
  private watched?: ClvData;
  private readonly redraw = () => this.isConnected && this.requestUpdate();

  /** The data in use, from wherever it came; undefined while it is loading. */
  get run(): ClvData | undefined {
    if (this.data) return isRun(this.data) ? this.data : this.given;
    return this.hasSource ? this.loaded : this.around;
  }

  /** Fetches the run of its `src` again, such as one that could not be fetched or that was run anew. */
  async reload(): Promise<void> {
    if (!this.data) await this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch(undefined);
    this.loading?.abort();
    this.loaded?.rest();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watch(this.run);
    // What changed meanwhile it has not heard.
    this.requestUpdate();
    // Taken off the page while it was loading, or when it could not, it begins again.
    if (this.loading?.signal.aborted && !this.loaded && !this.data) void this.load();
  }

  /** In another language than English it waits for the words. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return onceSpoken(this.locale, () => super.scheduleUpdate());
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('data')) this.take();
    const isAsked = changed.has('src') && (this.failure || changed.get('src') !== this.src);
    if (!this.data && (isAsked || changed.get('data'))) void this.load();
    this.watch(this.run);
  }

  /** Where the control that has the keyboard is drawn no more, the one before it gets it, else the whole element: it would be nowhere. */
  protected override update(changed: Map<PropertyKey, unknown>): void {
    const root = this.shadowRoot!;
    const held = root.activeElement;
    const controls = [...root.querySelectorAll<HTMLElement>('button, input')];
    super.update(changed);
    if (!held || isUsable(held)) return;
    const before = controls.slice(0, controls.indexOf(held as HTMLElement) + 1).findLast(isUsable);
    if (before) before.focus();
    else this.hold();
  }

  /** Has the keyboard itself until it goes on. */
  private hold(): void {
    this.tabIndex = 0;
    super.focus({ preventScroll: true });
    this.addEventListener('blur', () => this.removeAttribute('tabindex'), { once: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const run = this.run;
    const fault =
      this.failure?.message ?? mannerFault(this.locale, this.currency ?? run?.summary.currency ?? 'USD');
    if (fault !== undefined) {
      const said = this.say('Nothing can be shown: {fault}', { fault });
      if (!this.failure || this.data) return message('alert', said);
      const again = html`<button type="button" @click=${this.reload}>${this.say('Try again')}</button>`;
      return message('alert', html`${said} ${again}`);
    }
    if (!run) return this.hasSource ? message('status', this.say('Loading…')) : nothing;
    return this.content(run);
  }

  /** An attribute that is taken away leaves null, as a framework's empty value does. */
  private get hasSource(): boolean {
    return typeof this.src === 'string';
  }

  /** In which currency, locale and language things are written. */
  protected manner(run: ClvData): { currency: string; locale: string; texts: Texts } {
    return { currency: this.currency ?? run.summary.currency, locale: this.locale, texts: this.spoken };
  }

  /** What the element says, in the locale's language unless other texts are given. */
  protected get spoken(): Texts {
    return textsOf(this.locale, this.texts ?? this.textsAround);
  }

  protected get say(): Say {
    return sayWith(this.spoken);
  }

  /** Of a run that shows but a sample, how many customers that is; figures are scaled up to all. */
  protected sampled({ customers, summary }: ClvData): TemplateResult | typeof nothing {
    if (customers.weight === 1) return nothing;
    return html`<p class="small">
      ${this.say('{shown} of {all} customers', {
        shown: formatCount(customers.count, this.locale),
        all: formatCount(summary.customers, this.locale),
      })}
      · ${this.say('estimated')}
    </p>`;
  }

  /** With a control group the run's own gain is less than that of its policy, which is what is compared. */
  protected heldOut({ summary }: ClvData): string[] {
    return summary.holdout ? [this.say('Compared as if nobody were held out')] : [];
  }

  /** Caution goes by how well learned effects are known, which the results of a run do not tell. */
  protected uncautious({ terms, evidence }: ClvData): string[] {
    const isCautious = terms?.config?.risk_aversion && evidence.uplift;
    return isCautious ? [this.say('Compared without the run’s caution (risk_aversion)')] : [];
  }

  protected noted(words: readonly string[]): TemplateResult | typeof nothing {
    return words.length === 0 ? nothing : html`<p class="small">${words.join(' · ')}</p>`;
  }

  protected abstract content(run: ClvData): TemplateResult;

  /**
   * In place of what a file of the run folder would tell; which files there should be, `run.json` tells.
   *
   * @param otherwise why there may be nothing to tell though the file is whole (default: there is no such reason).
   */
  protected untold({ evidence }: ClvData, file: string, otherwise?: string): TemplateResult {
    const unread = evidence.unread?.find((name) => name === file || name === 'run.json');
    const text = this.say(
      'Not shown: {file} is missing from the run folder, damaged, or lacks what this needs.',
      {
        file: unread ?? file,
      },
    );
    return message('status', unread === undefined && otherwise ? otherwise : text);
  }

  /** Changes part of the filter, and tells the page around. */
  protected refilter(run: ClvData, part: Partial<Filter>): void {
    run.filter = { ...run.filter, ...part };
    this.tell('clv-filter-change', run.filter);
  }

  protected tell<Name extends keyof ClvEvents>(name: Name, detail: ClvEvents[Name]['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private watch(run: ClvData | undefined): void {
    if (run === this.watched) return;
    this.watched?.removeEventListener('change', this.redraw);
    run?.addEventListener('change', this.redraw);
    this.watched = run;
  }

  /** Components that are given the same table look at it together. */
  private take(): void {
    this.given = this.failure = undefined;
    if (!this.data || isRun(this.data)) return;
    try {
      this.given = dataOf(this.data);
    } catch (failure) {
      this.failure = failure as Error;
    }
  }

  private async load(): Promise<void> {
    this.loading?.abort();
    this.loaded?.rest();
    this.failure = this.loaded = undefined;
    if (typeof this.src !== 'string') return;
    const { signal } = (this.loading = new AbortController());
    try {
      const loaded = await loadRun(this.src, signal);
      if (!signal.aborted) this.loaded = loaded;
    } catch (failure) {
      if (!signal.aborted) this.failure = failure as Error;
    }
  }
}

const isUsable = (control: Element) => control.isConnected && !control.matches(':disabled');

/** Another copy of the script has a class of its own, and its runs are runs as well. */
const isRun = (data: object): data is ClvData => typeof (data as ClvData).restore === 'function';

const known = new WeakMap<AnyTable, ClvData>();

function dataOf(table: AnyTable): ClvData {
  const data = known.get(table) ?? ClvData.fromTable(table);
  known.set(table, data);
  return data;
}
