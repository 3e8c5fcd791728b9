/** Cells that a spreadsheet would run as a formula start so; the last four are the full-width forms. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const needsQuotes = /[",\t\r\n]/;

/** One cell of a CSV file (RFC 4180): a number as it is, text that a spreadsheet would run led by an apostrophe. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  const text = value instanceof Date ? value.toISOString() : String(value);
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
