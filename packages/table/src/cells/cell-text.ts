import { isBlank } from './is-blank.js';
import { ownText } from './own-text.js';
import { isInvalidDate } from './parse-date.js';

/** A cell as text without white space at its ends; '' where it is blank, or a `Date` of no moment. */
export function cellText(cell: unknown): string {
  if (isBlank(cell) || isInvalidDate(cell)) return '';
  if (typeof cell === 'string') return cell.trim();
  if (cell instanceof Date) return cell.toISOString();
  return ownText(cell);
}
