import {
  type Chart,
  type ChartColumn,
  type ChartRow,
  formatCount,
  formatMoneyExact,
  formatPercent,
  sayWith,
  type Texts,
} from '@clv/charts';
import { type CSSResultGroup, type TemplateResult, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type DrawnChart, drawChart } from '../../chart/draw-chart.js';
import { chartFault } from '../../chart/chart-fault.js';
import { inTurn } from '../../chart/in-turn.js';
import { configOf } from '../../chart/chart-look.js';
import { exportChart } from '../../chart/export-chart.js';
import { saveFile } from '../../save-file.js';
import { onceSpoken, textsOf } from '../../texts/texts-of.js';
import { type Look, lookOf, mediaOf } from '../color-scheme.js';
import { mannerFault, orElse } from '../manner-fault.js';
import { message } from '../message/message.js';
import { MovableElement } from '../movable-element.js';
import { tokens } from '../tokens.js';
import { chartStyles } from './chart.styles.js';

/**
 * A chart with its finding as the title, its measure beneath, and its data one click away.
 *
 * @element clv-chart
 * @fires clv-pick - a mark was clicked; `detail` is its row
 * @fires clv-brush - a range was dragged; `detail` is `[from, to]`, or null when it is cleared
 * @fires clv-export - the chart was saved; `detail` is `{ name }`
 * @csspart message - the line in place of a drawing that failed
 * @cssproperty --clv-accent - our policy, in the drawing too
 * @cssproperty --clv-baseline - what happens without us
 * @cssproperty --clv-ink - text
 * @cssproperty --clv-muted - text that steps back
 * @cssproperty --clv-hairline - lines between things
 * @cssproperty --clv-background - the ground
 * @cssproperty --clv-font - the font family
 * @csspart title - the finding
 * @csspart plot - the drawing
 */
export class ClvChart extends MovableElement {
  static override styles: CSSResultGroup = [tokens, chartStyles];

  /** The chart to draw, as `@clv/charts` makes them. */
  @property({ attribute: false }) chart?: Chart;
  /** An ISO 4217 code for money (default the chart's). */
  @property() currency?: string;
  /** A BCP 47 tag for numbers and texts (default en-US). */
  @property({ converter: orElse('en-US') }) locale = 'en-US';
  /** Other texts, by the English ones (default: the locale's). */
  @property({ attribute: false }) texts?: Texts;

  /** A child of what has the label, as Vega puts a role and a label of its own on the element that it draws into. */
  @query('.drawing') private plot?: HTMLElement;
  @state() private pointed?: { row: ChartRow; x: number; y: number };
  @state() private failure?: string;
  private drawn?: DrawnChart;
  /** All that decides how the chart is drawn but its rows. */
  private shape?: string;
  /** The rows that are drawn, as text. */
  private rows?: string;
  private drawing = 0;
  private readonly looks = ['(prefers-color-scheme: dark)', 'print'].map(mediaOf);
  /** How the page around looks. To ask lays the page out, so it is asked between changes, not amid them. */
  private look?: Look;
  private readonly followLook = () => {
    const look = this.look && lookOf(this);
    if (!look || JSON.stringify(look) === JSON.stringify(this.look)) return;
    this.look = look;
    void this.draw();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    for (const look of this.looks) look.addEventListener('change', this.followLook);
    this.look = undefined;
    if (this.hasUpdated) void this.draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const look of this.looks) look.removeEventListener('change', this.followLook);
    this.erase();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return onceSpoken(this.locale, () => super.scheduleUpdate());
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // Asked for without a reason of its own, an update is for a page that looks otherwise now.
    if (changed.size > 0 && !['chart', 'locale', 'currency'].some((name) => changed.has(name))) return;
    if (!this.plot) return this.erase();
    if (changed.size > 0) void this.draw();
    requestAnimationFrame(this.followLook);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { chart, say } = this;
    if (!chart) return nothing;
    const { fault } = this;
    if (fault !== undefined) return message('alert', say('Nothing can be shown: {fault}', { fault }));
    return html`<figure>
      <figcaption>
        <h2 part="title">${chart.title}</h2>
        <p class="small">${chart.subtitle}</p>
      </figcaption>
      ${this.failure ? message('alert', this.failure) : nothing}
      <div
        class="plot"
        part="plot"
        role="img"
        aria-label=${`${chart.title}. ${chart.description}`}
        .style=${`min-height: ${(chart.spec as { height?: number }).height}px`}
      >
        <div class="drawing"></div>
      </div>
      ${this.pointed ? this.tip(this.pointed.row, chart.columns) : nothing}
      <div class="more small">
        <details>
          <summary>${say('Show data')}</summary>
          ${this.dataTable(chart)}
        </details>
        ${(['svg', 'png'] as const).map(
          (kind) =>
            html`<button
              type="button"
              aria-label=${say('Save chart as {kind}', { kind: kind.toUpperCase() })}
              @click=${() => this.save(chart, kind)}
            >
              ${kind.toUpperCase()}
            </button>`,
        )}
      </div>
    </figure>`;
  }

  /** What a page that gave the chart must mend. */
  private get fault() {
    return chartFault(this.chart) ?? mannerFault(this.locale, this.money);
  }

  private get money() {
    return this.currency || this.chart?.currency || 'USD';
  }

  private get say() {
    return sayWith(textsOf(this.locale, this.texts));
  }

  private tip(row: ChartRow, columns: ChartColumn[]) {
    const place = `left: ${this.pointed!.x}px; top: ${this.pointed!.y}px`;
    return html`<dl class="tip" aria-hidden="true" .style=${place}>
      ${columns.map(
        (column) =>
          html`<dt>${column.label}</dt>
            <dd>${this.written(row, column)}</dd>`,
      )}
    </dl>`;
  }

  private dataTable({ rows, columns }: Chart) {
    return html`<div class="scroll" role="group" aria-label=${this.say('Data')} tabindex="0">
      <table>
        <thead>
          <tr>
            ${columns.map(({ label, kind }) => html`<th scope="col" class=${kind}>${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${columns.map((column) => html`<td class=${column.kind}>${this.written(row, column)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private written(row: ChartRow, { field, kind }: ChartColumn): string {
    const value = row[field];
    if (typeof value !== 'number') return String(value ?? '');
    if (kind === 'money') return formatMoneyExact(value, this.money, this.locale);
    if (kind === 'percent') return formatPercent(value, 1, this.locale);
    return formatCount(value, this.locale);
  }

  private async draw(): Promise<void> {
    this.look ??= await inTurn(async () => lookOf(this));
    const { chart, plot, look } = this;
    if (!chart || !plot || !this.isConnected) return;
    const drawnAs = { ...look, locale: this.locale };
    const shape = JSON.stringify([drawnAs, { ...chart.spec, data: undefined }]);
    const isDrawn = shape === this.shape;
    const turn = isDrawn ? this.drawing : ++this.drawing;
    try {
      if (isDrawn) return await this.refill();
      this.shape = shape;
      const drawn = await inTurn(() =>
        drawChart(plot, chart.spec, configOf(drawnAs), {
          point: (datum, event) => this.point(datum, event),
          pick: (datum) => this.pick(datum),
          brush: (range) => this.dispatchEvent(new CustomEvent('clv-brush', { detail: range })),
        }),
      );
      if (turn !== this.drawing) return drawn.finalize();
      this.drawn?.finalize();
      this.drawn = drawn;
      this.rows = JSON.stringify(chart.rows);
      this.failure = undefined;
      await this.refill();
    } catch (error) {
      // What was drawn before is not what the title says.
      if (!isDrawn && turn === this.drawing) this.erase();
      this.failure = this.say('This chart could not be drawn: {fault}', { fault: (error as Error).message });
    }
  }

  /** Most changes of a run change some of its charts only. */
  private async refill(): Promise<void> {
    const { drawn, chart } = this;
    const rows = JSON.stringify(chart!.rows);
    if (!drawn || rows === this.rows) return;
    this.rows = rows;
    await drawn.update(chart!.rows);
  }

  private async save(chart: Chart, kind: 'svg' | 'png'): Promise<void> {
    const name = `${(chart.spec.description ?? 'chart').toLowerCase().replaceAll(' ', '-')}.${kind}`;
    const file = await exportChart(chart, { ...lookOf(this), locale: this.locale }, kind);
    saveFile(name, [file], file.type);
    this.dispatchEvent(new CustomEvent('clv-export', { detail: { name }, bubbles: true, composed: true }));
  }

  private erase(): void {
    this.drawing++;
    this.drawn?.finalize();
    this.plot?.replaceChildren();
    this.drawn = this.shape = this.pointed = undefined;
  }

  private point(datum: Record<string, unknown> | undefined, event: MouseEvent): void {
    const row = this.rowOf(datum);
    const box = this.getBoundingClientRect();
    this.pointed = row && {
      row,
      x: Math.min(event.clientX - box.left + 12, box.width - 220),
      y: event.clientY - box.top + 16,
    };
  }

  private pick(datum: Record<string, unknown>): void {
    const detail = this.rowOf(datum);
    if (detail) this.dispatchEvent(new CustomEvent('clv-pick', { detail }));
  }

  /** The row that a mark was drawn from. */
  private rowOf(datum: Record<string, unknown> | undefined): ChartRow | undefined {
    const { rows = [], columns = [] } = this.chart ?? {};
    return datum && rows.find((row) => columns.every(({ field }) => row[field] === datum[field]));
  }
}
