const timeOfDay = /^[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:Z|([+-])(\d{2})(?::?(\d{2}))?)?$/;

const minute = 60_000;
const dayLength = 24 * 60 * minute;

/** The mean length of a month, in milliseconds: a year of 365.25 days over 12. */
export const monthLength = (365.25 / 12) * dayLength;

/**
 * The moment that a cell holds, in milliseconds since 1970; NaN where it is no date. Read are `Date`s and the ISO forms
 * `2024-03-31` and `2024-03-31T12:30:00`; a moment without a zone is taken as UTC, so that it means the same everywhere.
 */
export function parseDate(cell: unknown): number {
  if (cell instanceof Date) return cell.getTime();
  if (typeof cell !== 'string') return NaN;
  const text = cell.trim();
  const day = parseDay(text);
  return text.length > 10 && !Number.isNaN(day) ? day + parseTimeOfDay(text.slice(10)) : day;
}

/** Whether a cell is a date, or a `Date` of no moment, as what could not be read leaves behind. */
export const isDated = (cell: unknown) => cell instanceof Date || !Number.isNaN(parseDate(cell));

/** Whether a cell is a `Date` of no moment. */
export const isInvalidDate = (cell: unknown) => cell instanceof Date && Number.isNaN(cell.getTime());

/** The midnight that `YYYY-MM-DD` at the start of a text means; NaN where there is no such day. */
function parseDay(text: string): number {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN;
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? daysSince1970(year, month, day) * dayLength : NaN;
}

function parseTimeOfDay(text: string): number {
  const match = timeOfDay.exec(text);
  if (!match) return NaN;
  const [, hours, minutes, seconds = '0', sign, zoneHours = '0', zoneMinutes = '0'] = match;
  if (+hours > 23 || +minutes > 59 || +seconds >= 60) return NaN;
  const ahead = (sign === '-' ? -1 : 1) * (60 * +zoneHours + +zoneMinutes);
  return (60 * +hours + +minutes - ahead) * minute + Math.floor(Number(`${seconds}e3`));
}

function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return 30 + ((month + (month >> 3)) & 1);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Counts years from March, so that the leap day is their last (Hinnant 2013, days_from_civil). */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysBeforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return 365 * marchYear + leapDays + daysBeforeMonth + day - 719_469;
}
