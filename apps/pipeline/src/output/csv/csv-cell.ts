import { withoutFormula } from './formulas.js';

/** A text with any of these is quoted, as DuckDB does. */
export const quotedFor = '",#\r\n';

/** An empty text is quoted, too: it would else be none. */
const quoted = new RegExp(`[${quotedFor}]|^$`);

/** A text between two commas of a CSV, or nothing where there is none. */
export function csvCell(text: string | null): string {
  if (text === null) return '';
  const shown = withoutFormula(text);
  return quoted.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
