import type { Filter } from './run/filter.js';

/** What the events of the components tell; all of them bubble and cross shadow roots. */
export interface ClvEvents {
  /** The reader filtered. */
  'clv-filter-change': CustomEvent<Filter>;
  /** A customer was opened, or closed where `detail` is null. */
  'clv-select': CustomEvent<{ id: string; row: number } | null>;
  /** A file was saved or copied: a chart, a list of customers, a scenario. */
  'clv-export': CustomEvent<{ name: string; customers?: number }>;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- so that addEventListener knows them
  interface HTMLElementEventMap extends ClvEvents {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface DocumentEventMap extends ClvEvents {}
}
