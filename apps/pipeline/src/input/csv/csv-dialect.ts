/** How a CSV file separates its cells, and what its first record says. */
export interface CsvDialect {
  separator: string;
  header: string[];
  /** How many blank lines stand before the header. */
  blankLines: number;
}

/** What is tried, the likeliest first. */
const separators = [',', ';', '\t', '|', ':', '^', '~', '\u0001', '\u001f'];

/** How many records are looked at. */
const looked = 50;

/**
 * Finds a CSV's separator in its first lines: the one that cuts most records into as many cells as the header has. A
 * table that none cuts has one column.
 *
 * @param head the beginning of the file, at whole records or not; a byte order mark is passed over.
 */
export function csvDialect(head: string, separator?: string): CsvDialect {
  const text = head.replace(/^\uFEFF/, '');
  const blankLines = /^[\r\n]*/.exec(text)![0].match(/\r\n?|\n/g)?.length ?? 0;
  if (separator !== undefined) return { separator, header: records(text, separator, 1)[0] ?? [], blankLines };
  let best = { separator: ',', header: records(text, ',', 1)[0] ?? [], score: 0 };
  for (const candidate of separators) {
    const [header, ...rest] = records(text, candidate, looked);
    if (header === undefined || header.length < 2) continue;
    const alike = rest.filter((record) => record.length === header.length).length;
    const score = (1 + alike) / (1 + rest.length) + Math.min(header.length, 1000) / 1e6;
    if (score > best.score) best = { separator: candidate, header, score };
  }
  return { separator: best.separator, header: best.header, blankLines };
}

/** How many cells are filled in a first line that is a title or a comment rather than a header, and below it. */
export interface Title {
  cells: number;
  below: number;
}

/** What speaks for a first line being a title: it has one cell, or most of its cells are blank. */
export function titleOf(head: string, { separator, header }: CsvDialect): Title | undefined {
  if (header.length === 1) return cellsBelowOne(head);
  const cells = countFilled(header);
  if (cells >= header.length / 2) return undefined;
  const below = Math.max(...records(head, separator, looked).slice(1).map(countFilled));
  return below > cells ? { cells, below } : undefined;
}

const countFilled = (record: readonly string[]) => record.filter((cell) => cell.trim() !== '').length;

function cellsBelowOne(head: string): Title | undefined {
  for (const separator of [',', ';', '\t', '|']) {
    const [, first, ...rest] = records(head, separator, looked);
    if (first === undefined || rest.length === 0 || first.length === 1) continue;
    // The last may be cut off.
    if (rest.slice(0, -1).every((record) => record.length === first.length))
      return { cells: 1, below: first.length };
  }
  return undefined;
}

/** The first records of a text, cut by a separator; quotes hold separators and line ends, and stand twice for one. */
export function records(text: string, separator: string, most: number): string[][] {
  const found: string[][] = [];
  let at = 0;
  while (at < text.length && found.length < most) {
    const record: string[] = [];
    for (;;) {
      const quote = quoteOf(text, at, separator);
      const cell = quote === undefined ? plainCell(text, at, separator) : quotedCell(text, quote);
      record.push(cell.text);
      at = cell.end;
      if (!text.startsWith(separator, at)) break;
      at += separator.length;
    }
    // What follows a closing quote up to the separator is no cell of its own.
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
    if (text.startsWith('\r\n', at)) at++;
    at++;
    if (record.length > 1 || record[0] !== '') found.push(record);
  }
  return found;
}

/** Where the quote of a cell is: at its start or, as DuckDB reads it, behind one space. */
function quoteOf(text: string, start: number, separator: string): number | undefined {
  if (text[start] === '"') return start;
  return separator !== ' ' && text.startsWith(' "', start) ? start + 1 : undefined;
}

function quotedCell(text: string, start: number): { text: string; end: number } {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (end >= 0 && text[end + 1] === '"' && ++end);
  const close = end < 0 ? text.length : end;
  return { text: text.slice(start + 1, close).replaceAll('""', '"'), end: Math.min(close + 1, text.length) };
}

function plainCell(text: string, start: number, separator: string): { text: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r' && !text.startsWith(separator, end))
    end++;
  return { text: text.slice(start, end), end };
}
