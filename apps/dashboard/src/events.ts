import type { ChartRow } from '@clv/charts';
import type { RowOrder } from './components/table/table.js';
import type { Filter } from './view/filter.js';

/** What the events of the components tell; all of them bubble and cross shadow roots. */
export interface ClvEvents {
  /** The reader filtered. */
  'clv-filter-change': CustomEvent<Filter>;
  /** A customer was opened, or closed where `detail` is null. */
  'clv-select': CustomEvent<{ id: string; row: number } | null>;
  /** A file was saved or copied: a chart, a list of customers, a scenario. */
  'clv-export': CustomEvent<{ name: string; customers?: number }>;
}

/** What a standalone chart or table tells the component that holds it; these events stay on the element. */
export interface ClvPartEvents {
  /** A mark of a chart was clicked: its row. */
  'clv-pick': CustomEvent<ChartRow>;
  /** A range was dragged over a chart, or cleared. */
  'clv-brush': CustomEvent<[number, number] | null>;
  /** A head of a table was clicked: the order asked for. */
  'clv-order': CustomEvent<RowOrder>;
  /** A row of a table was clicked or entered: its number. */
  'clv-open': CustomEvent<number>;
}

declare global {
  // So that addEventListener knows them.
  interface HTMLElementEventMap extends ClvEvents, ClvPartEvents {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface DocumentEventMap extends ClvEvents {}
}
