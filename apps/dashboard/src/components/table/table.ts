import { type CSSResultGroup, type TemplateResult, html } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CustomerColumn } from '../../list/customer-columns.js';
import { mediaOf } from '../color-scheme.js';
import { MovableElement } from '../movable-element.js';
import { tokens } from '../tokens.js';
import { mostPrinted, rowHeight, rowWindow, scrollToRow } from './row-window.js';
import { tableStyles } from './table.styles.js';

/** By which column rows are ordered. */
export interface RowOrder {
  column: string;
  descending: boolean;
}

const tallestView = 13 * rowHeight;

/**
 * A list of any length, of which only the rows in sight are drawn, on paper the first 200. Arrow keys walk it, Enter opens a
 * row.
 *
 * @element clv-table
 * @cssproperty --clv-accent - the row that is open, and what has the focus
 * @cssproperty --clv-background - the ground
 * @cssproperty --clv-ink - text
 * @cssproperty --clv-muted - the heads
 * @cssproperty --clv-hairline - lines between rows
 * @cssproperty --clv-font - the font family
 * @fires clv-order - a head was clicked; `detail` is the order asked for
 * @fires clv-open - a row was clicked or entered; `detail` is its number in the run
 */
export class ClvTable extends MovableElement {
  static override styles: CSSResultGroup = [tokens, tableStyles];

  /** What each row shows, from left to right. */
  @property({ attribute: false }) columns: CustomerColumn[] = [];
  /** The rows to show, by their numbers, in their order. */
  @property({ attribute: false }) rows: Uint32Array = new Uint32Array();
  /** How they are ordered, as the heads show it. */
  @property({ attribute: false }) order?: RowOrder;
  /** The row that is open, if any. */
  @property({ attribute: false }) opened: number | null = null;
  /** What the table is called by a screen reader. */
  @property() label = '';

  @query('.scroll') private scroller!: HTMLElement;
  @state() private scrolled = 0;
  /** The place in `rows` that the keyboard is at. */
  @state() private active = 0;

  private readonly paper = mediaOf('print');
  private printing = this.paper.matches;
  /** Paper does not scroll; what is on it must be laid out before this event ends. */
  private readonly followPaper = ({ type }: Event) => {
    this.printing = type === 'beforeprint' || (type === 'change' && this.paper.matches);
    this.requestUpdate();
    this.performUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.paper.addEventListener('change', this.followPaper);
    for (const moment of ['beforeprint', 'afterprint']) addEventListener(moment, this.followPaper);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.paper.removeEventListener('change', this.followPaper);
    for (const moment of ['beforeprint', 'afterprint']) removeEventListener(moment, this.followPaper);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('table')?.focus(options);
  }

  private get viewHeight(): number {
    return Math.min(tallestView, (this.rows.length + 1) * rowHeight);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('rows')) this.active = 0;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('rows') && changed.get('rows') !== undefined && this.scroller)
      this.scroller.scrollTop = 0;
  }

  protected override render(): TemplateResult {
    const { rows, viewHeight } = this;
    if (this.printing) return this.grid({ first: 0, count: Math.min(rows.length, mostPrinted), offset: 0 });
    const { height, ...seen } = rowWindow(rows.length, viewHeight, this.scrolled);
    return html`<div
      class="scroll"
      .style=${`height: ${viewHeight + 2}px`}
      @scroll=${() => (this.scrolled = this.scroller.scrollTop)}
    >
      <div class="spacer" .style=${`height: ${height}px`}>
        <div class="window" .style=${`height: ${viewHeight}px`}>${this.grid(seen)}</div>
      </div>
    </div>`;
  }

  private grid({ first, count, offset }: { first: number; count: number; offset: number }) {
    return html`<table
      role="grid"
      tabindex="0"
      aria-label=${this.label}
      aria-rowcount=${this.rows.length + 1}
      aria-activedescendant=${`row-${this.active}`}
      @keydown=${this.walk}
    >
      <thead>
        <tr aria-rowindex="1">
          ${this.columns.map((column) => this.head(column))}
        </tr>
      </thead>
      <tbody .style=${offset > 0 ? `transform: translateY(${-offset}px)` : ''}>
        ${Array.from({ length: count }, (_, i) => this.line(first + i))}
      </tbody>
    </table>`;
  }

  private head(column: CustomerColumn) {
    const ordered = this.order?.column === column.name;
    const down = ordered && this.order!.descending;
    const sort = ordered ? (down ? 'descending' : 'ascending') : 'none';
    // Numbers are asked for from the top first, names from A.
    const next: RowOrder = { column: column.name, descending: ordered ? !down : column.number };
    return html`<th scope="col" class=${column.number ? 'number' : ''} aria-sort=${sort}>
      <button type="button" @click=${() => this.tell('clv-order', next)}>
        ${column.label}${ordered ? (down ? ' ↓' : ' ↑') : ''}
      </button>
    </th>`;
  }

  private line(place: number) {
    const row = this.rows[place];
    return html`<tr
      id=${`row-${place}`}
      class=${place === this.active ? 'active' : ''}
      aria-rowindex=${place + 2}
      aria-selected=${row === this.opened}
      @click=${() => this.open(place)}
    >
      ${this.columns.map(
        (column) =>
          html`<td
            role="gridcell"
            class=${column.number ? 'number' : ''}
            title=${column.exact?.(row) ?? column.text(row)}
          >
            ${
              column.color
                ? html`<span class="named"
                    ><span class="dot" .style=${`background: ${column.color(row)}`}></span
                    >${column.text(row)}</span
                  >`
                : column.text(row)
            }
          </td>`,
      )}
    </tr>`;
  }

  private open(place: number): void {
    this.active = place;
    this.tell('clv-open', this.rows[place]);
  }

  private walk(event: KeyboardEvent): void {
    // The heads are walked by Tab, and their keys are their own.
    if (event.target !== event.currentTarget) return;
    const page = Math.floor(this.viewHeight / rowHeight) - 1;
    const last = this.rows.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: last,
    };
    if (event.key === 'Enter' || event.key === ' ') this.open(this.active);
    else if (event.key in moves) this.active = Math.max(0, Math.min(last, moves[event.key]));
    else return;
    event.preventDefault();
    this.scroller.scrollTop = scrollToRow(
      this.active,
      this.rows.length,
      this.viewHeight,
      this.scroller.scrollTop,
    );
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
