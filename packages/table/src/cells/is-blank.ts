/** The words that count as blank, in lower case. */
export const blankWords: readonly string[] = ['', 'na', 'n/a', '#n/a', 'nan', 'null'];
const blank = new Set(blankWords);
const longestWord = 4;

/**
 * Whether a cell holds nothing: null, undefined, NaN, text of white space only, or one of the words NA, N/A, #N/A, NaN
 * and NULL in any case. `none`, `-` and `?` are values: `none` is an offer, and a level of many a column.
 */
export function isBlank(cell: unknown): boolean {
  if (typeof cell === 'string') return isBlankText(cell);
  return cell === null || cell === undefined || Number.isNaN(cell);
}

function isBlankText(text: string): boolean {
  if (text.length > longestWord && text.charCodeAt(0) > 32 && text.charCodeAt(0) < 0x80) return false;
  return blank.has(text.trim().toLowerCase());
}
