/** The height of a row and of the head, in pixels. */
export const rowHeight = 32;

/** As many rows are printed: some five sheets, which a person can still go through. */
export const mostPrinted = 200;

/** No browser lays out an element of more than some 17 million pixels; rows beyond that share them. */
const tallest = 8_000_000;

/** Which rows are in sight. */
export interface RowWindow {
  /** How tall the scrolled element is. */
  height: number;
  first: number;
  /** How many rows are drawn, the ones cut at the edges among them. */
  count: number;
  /** How far the first row is pushed up out of sight, in pixels. */
  offset: number;
}

/** The rows to draw for a place scrolled to, in a view of the given height with the head in it. */
export function rowWindow(rows: number, viewHeight: number, scrollTop: number): RowWindow {
  const shown = Math.max(0, viewHeight - rowHeight);
  const full = rows * rowHeight;
  const height = Math.min(full, tallest) + rowHeight;
  const scrollable = Math.max(0, height - viewHeight);
  const progress = scrollable === 0 ? 0 : Math.min(1, Math.max(0, scrollTop / scrollable));
  const top = progress * Math.max(0, full - shown);
  const first = Math.min(Math.floor(top / rowHeight), Math.max(0, rows - 1));
  return {
    height,
    first,
    count: Math.max(0, Math.min(rows - first, Math.ceil(shown / rowHeight) + 1)),
    offset: top - first * rowHeight,
  };
}

/** Where to scroll so that a row is in sight, as near as may be to where one is. */
export function scrollToRow(row: number, rows: number, viewHeight: number, scrollTop: number): number {
  const shown = Math.max(0, viewHeight - rowHeight);
  const full = rows * rowHeight;
  const scrollable = Math.max(0, Math.min(full, tallest) + rowHeight - viewHeight);
  const span = Math.max(0, full - shown);
  if (span === 0 || scrollable === 0) return 0;
  const top = (scrollTop / scrollable) * span;
  const wanted = Math.min(Math.max(top, (row + 1) * rowHeight - shown), row * rowHeight);
  return (wanted / span) * scrollable;
}
