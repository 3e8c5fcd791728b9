const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The mean length of a month, in milliseconds: a year of 365.25 days over 12. */
export const monthLength = (365.25 / 12) * 24 * 60 * 60 * 1000;

/**
 * The moment that a cell holds, in milliseconds since 1970; NaN where it is no date. Read are `Date`s and the ISO forms
 * `2024-03-31` and `2024-03-31T12:30:00`; a moment without a zone is taken as UTC, so that it means the same everywhere.
 */
export function parseDate(cell: unknown): number {
  if (cell instanceof Date) return cell.getTime();
  if (typeof cell !== 'string') return NaN;
  const match = isoDate.exec(cell.trim());
  if (!match) return NaN;
  const [, year, month, day, time = '00:00', zone = 'Z'] = match;
  return isDayOfMonth(+year, +month, +day) ? Date.parse(`${year}-${month}-${day}T${time}${zone}`) : NaN;
}

function isDayOfMonth(year: number, month: number, day: number): boolean {
  const moment = Date.UTC(year, month - 1, day);
  return new Date(moment).getUTCMonth() === month - 1 && day > 0;
}
