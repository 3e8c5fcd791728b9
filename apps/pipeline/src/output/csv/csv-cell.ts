import { withoutFormula } from './formulas.js';

/** As DuckDB quotes; of an empty text, too, which would else be none. */
const quoted = /[",#\r\n]|^$/;

/** A text between two commas of a CSV, or nothing where there is none. */
export function csvCell(text: string | null): string {
  if (text === null) return '';
  const shown = withoutFormula(text);
  return quoted.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
