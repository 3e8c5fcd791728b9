import { parseDate } from '../cells/parse-date.js';

/** The latest moment in a column in its ISO form, a midnight as its day; undefined where no cell is a date. */
export function latestDate(cells: ArrayLike<unknown>): string | undefined {
  let latest = -Infinity;
  for (let i = 0; i < cells.length; i++) {
    const moment = parseDate(cells[i]);
    if (moment > latest) latest = moment;
  }
  return latest === -Infinity ? undefined : new Date(latest).toISOString().replace('T00:00:00.000Z', '');
}
