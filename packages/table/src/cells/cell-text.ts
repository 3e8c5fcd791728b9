import { isBlank } from './is-blank.js';

/** A cell as text without white space at its ends; '' where it is blank. */
export function cellText(cell: unknown): string {
  if (isBlank(cell)) return '';
  if (typeof cell === 'string') return cell.trim();
  if (cell instanceof Date && !Number.isNaN(cell.getTime())) return cell.toISOString();
  return String(cell);
}
