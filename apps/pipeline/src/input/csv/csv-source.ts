import { type Fault, InvalidInputError } from '@clv/contracts';
import type { DuckDBConnection } from '@duckdb/node-api';

import { connectTo } from '../../duckdb/connect.js';
import { literally, quotedText } from '../../duckdb/sql-text.js';
import { checkEncoding } from './check-encoding.js';
import { cannotRead } from '../cannot-read.js';
import { checkHeader } from '../check-header.js';
import { type CsvDialect, titleOf, csvDialect } from './csv-dialect.js';
import { type RecordStart, recordStarts } from './record-lines.js';
import { refusal } from '../../faults/refusal.js';
import { otherColumns } from '../other-columns.js';
import type { FilePlace, SourceColumn, TableSource } from '../table-source.js';
import { textHead } from '../text-bytes.js';
import { mixedLineEnds } from '../unreadable.js';

/** Enough to hold a header and the records that show the separator. */
const headBytes = 1 << 18;

/**
 * CSV files of one header as one table. Every cell is text, as the meaning of a column is for its role to say; a blank
 * cell is null. Names of columns are found here rather than by DuckDB, which would mend empty and repeated ones in silence.
 */
export async function csvSource(
  files: readonly string[],
  name: string,
  separator?: string,
  writes: readonly string[] = [],
): Promise<TableSource> {
  const { dialect, headers } = await commonDialect(files, name, separator);
  const connection = await connectTo([...files, ...writes]);
  const columns = dialect.header.map((column, i) => ({ name: column, sql: `c${i}` }));
  let found: Promise<Reject[]> | undefined;
  const rejected = () => (found ??= rejects(connection, name, files, dialect, headers));
  const relation = relationByName(files, dialect, headers);
  return {
    name,
    connection,
    columns,
    relation,
    allCells: withAllCells(relation, columns),
    unreadable: async () => (await rejected()).map(({ fault }) => fault),
    linesOf: async (rows) => linesOf(files, dialect, await rejected(), rows),
  };
}

/** Longer rows, in bytes, are reported as faults. */
const longestLine = 1 << 24;

/**
 * What reads files in SQL whose columns stand in one order or another: columns c0, c1 and so on as in the first file. One scan
 * reads them all, as rows of several come out of COPY in another order.
 */
function relationByName(
  files: readonly string[],
  dialect: CsvDialect,
  headers: readonly (readonly string[])[],
): string {
  const orders = new Map<string, { header: readonly string[]; files: string[] }>();
  files.forEach((file, i) => {
    const key = JSON.stringify(headers[i]);
    const alike = orders.get(key);
    if (alike) alike.files.push(quotedText(file));
    else orders.set(key, { header: headers[i], files: [quotedText(file)] });
  });
  if (orders.size === 1) return csvRelation(files, dialect);
  const places = [...orders.values()].map((order) => ({
    where: order.files.join(', '),
    at: new Map(order.header.map((column, i) => [column, i])),
  }));
  const columns = dialect.header.map((column, i) => {
    const cases = places.map(({ where, at }) => `WHEN filename IN (${where}) THEN c${at.get(column)}`);
    return `CASE ${cases.join(' ')} ELSE error('a file that was not asked for: ' || filename) END AS c${i}`;
  });
  return `(SELECT ${columns.join(', ')} FROM ${csvRelation(files, dialect)})`;
}

/** What reads the files in SQL: columns c0, c1 and so on, of text, and `filename`, the file of each row. */
export function csvRelation(files: readonly string[], { separator, header, blankLines }: CsvDialect): string {
  const list = files.map((file) => quotedText(literally(file))).join(', ');
  const types = header.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  return (
    `read_csv([${list}], auto_detect = false, header = true, skip = ${blankLines}, columns = {${types}}, delim = ${quotedText(separator)}, ` +
    `quote = '"', escape = '"', comment = '', max_line_size = ${longestLine}, store_rejects = true)`
  );
}

/** DuckDB reads the cells that are asked for, and misses a text among the others that is not UTF-8. */
function withAllCells(relation: string, columns: readonly SourceColumn[]): string {
  const some = columns.map(({ sql }) => `${sql} IS NOT NULL`).join(' OR ');
  // A row of blank cells counts too; that this holds of every row, DuckDB must not find out.
  return `(FROM ${relation} WHERE ${some} OR random() >= 0)`;
}

/** How all files are written, and the header of each. */
async function commonDialect(
  files: readonly string[],
  name: string,
  separator?: string,
): Promise<{ dialect: CsvDialect; headers: string[][] }> {
  const [first, ...others] = await Promise.all(
    files.map(async (file) => {
      const bytes = await headOf(file, files.length > 1 ? file : name);
      checkEncoding(bytes, name);
      const head = bytes.toString('utf8');
      checkFirstLineEnds(head, name);
      const dialect = csvDialect(head, separator);
      checkTitle(head, dialect, name);
      return dialect;
    }),
  );
  const empty = [first, ...others].findIndex(({ header }) => header.length === 0);
  if (empty >= 0) {
    const file = files.length > 1 ? files[empty] : name;
    throw refusal('empty-file', file, `${file} is empty`);
  }
  checkText(first.header, name);
  checkHeader(first.header, name);
  others.forEach((other, i) => checkHeader(other.header, files[i + 1]));
  const strays = others.flatMap((other, i): Fault[] => {
    const difference = differenceOf(other, first, files[0]);
    return difference === undefined
      ? []
      : [{ ...difference, path: files[i + 1], message: `${files[i + 1]}: ${difference.message}` }];
  });
  if (strays.length > 0) throw new InvalidInputError(strays);
  return { dialect: first, headers: [first, ...others].map(({ header }) => header) };
}

/** How a file is not written as the first is; all are read in one way, whatever the order of their columns. */
function differenceOf(other: CsvDialect, first: CsvDialect, name: string): Fault | undefined {
  const columns = otherColumns(other.header, first.header);
  if (columns !== undefined)
    return { rule: 'other-header', message: `its columns are not those of ${name}: it ${columns}` };
  if (other.separator !== first.separator)
    return {
      rule: 'other-separator',
      message: `its cells are separated by ${JSON.stringify(other.separator)}, those of ${name} by ${JSON.stringify(first.separator)}`,
    };
  if (other.blankLines !== first.blankLines)
    return {
      rule: 'other-start',
      message: `its header is in line ${other.blankLines + 1}, that of ${name} in line ${first.blankLines + 1}; remove the blank lines before it`,
    };
  return undefined;
}

/** DuckDB finds line ends that are not alike, except among the blank lines that it passes over: it would find no rows. */
function checkFirstLineEnds(head: string, name: string): void {
  const [, blank, header] = /^\uFEFF?(\r\n|\r|\n)\s*[^\r\n]+(\r\n|\r|\n)/.exec(head) ?? [];
  if (blank !== header) throw refusal('unreadable-table', name, `${name}: ${mixedLineEnds}`);
}

/** A title over a table would be the name of its one column, and every line one with too many cells; others would have no name. */
function checkTitle(head: string, dialect: CsvDialect, name: string): void {
  const title = titleOf(head, dialect);
  if (title === undefined || /^sep=/i.test(dialect.header[0])) return;
  const cells = title.cells === 1 ? 'one cell' : `${title.cells} cells`;
  const message = `${name}: its first line has ${cells}, those below it have ${title.below}: the names of the columns come first; remove what stands before them`;
  throw refusal('title-line', name, message);
}

/** In characters: what is longer is no name. */
const longestName = 1000;

function checkText(header: readonly string[], name: string): void {
  if (/^sep=/i.test(header[0]))
    throw refusal(
      'separator-line',
      name,
      `${name} begins with a line for Excel, ${header[0]}…: the names of the columns come first; remove the line`,
    );
  if (header.some((column) => column.includes('\0')))
    throw refusal('not-utf8', name, `${name} is not UTF-8 text: there are zeros in its header`);
  const faults = header.flatMap((column, i): Fault[] => {
    const its = `${name}: the name of column ${i + 1}`;
    if (column.length > longestName)
      return [
        { rule: 'stray-quote', line: 1, message: `${its} has no end; is a quote in line 1 not closed?` },
      ];
    return column.includes('\uFFFD') ? [{ rule: 'not-utf8', column, message: `${its} is not UTF-8` }] : [];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}

const headOf = (file: string, name: string) =>
  textHead(file, headBytes).catch((cause: Error) => {
    throw cannotRead(name, cause);
  });

interface Reject {
  file: string;
  byte: number;
  fault: Fault;
}

/** What DuckDB set aside, with the line of the file where it stands. */
async function rejects(
  connection: DuckDBConnection,
  name: string,
  files: readonly string[],
  dialect: CsvDialect,
  headers: readonly (readonly string[])[],
): Promise<Reject[]> {
  const reader = await connection.runAndReadAll(
    'SELECT DISTINCT ON (file_path, line_byte_position) file_path, line_byte_position::DOUBLE, error_type::VARCHAR, column_idx::DOUBLE, csv_line ' +
      'FROM reject_errors JOIN reject_scans USING (scan_id, file_id) ORDER BY file_path, line_byte_position, column_idx',
  );
  const found = reader.getRows() as [string, number, string, number | null, string][];
  const starts = new Map<string, ReadonlyMap<number, RecordStart>>();
  for (const file of new Set(found.map(([path]) => path))) {
    const places = found.filter(([path]) => path === file).map(([, place]) => place);
    starts.set(file, await recordsAt(file, dialect, places));
  }
  return found.map(([file, place, type, cell, text]) => {
    const { byte, line } = starts.get(file)!.get(place)!;
    const header = headers[files.indexOf(file)] ?? dialect.header;
    const column = cell === null ? undefined : (header[cell - 1] ?? `column ${cell}`);
    const { rule, says } = causes(type, dialect.header.length);
    const where = files.length > 1 ? file : name;
    const message = `${where}: line ${line}${column === undefined ? '' : `, ${column}`}: ${says}`;
    return { file, byte, fault: { rule, message, line, column, value: text.trimStart().slice(0, 200) } };
  });
}

function causes(type: string, cells: number): { rule: string; says: string } {
  switch (type) {
    case 'MISSING COLUMNS':
      return { rule: 'missing-cells', says: `the row has fewer than the ${cells} cells of the header` };
    case 'TOO MANY COLUMNS':
      return { rule: 'too-many-cells', says: `the row has more than the ${cells} cells of the header` };
    case 'UNQUOTED VALUE':
      return { rule: 'stray-quote', says: 'a quote is not closed, or text follows it' };
    case 'INVALID ENCODING':
      return { rule: 'not-utf8', says: 'the text is not UTF-8; save the file as UTF-8' };
    case 'LINE SIZE OVER MAXIMUM':
      return { rule: 'long-line', says: `the row is longer than ${longestLine >> 20} MB` };
    default:
      return { rule: type.toLowerCase().replaceAll(/[^a-z]+/g, '-'), says: type.toLowerCase() };
  }
}

/**
 * The record of each of the given places, which ascend: DuckDB counts bytes from 1, and says where a record begins as where
 * the line end before it is, or the first of the blank lines before it.
 */
async function recordsAt(
  file: string,
  { separator, header }: CsvDialect,
  places: readonly number[],
): Promise<ReadonlyMap<number, RecordStart>> {
  const found = new Map<number, RecordStart>();
  let next = 0;
  let last: RecordStart = { byte: 0, line: 1 };
  for await (last of recordStarts(file, separator, header.length === 1)) {
    while (next < places.length && places[next] <= last.byte + 1) found.set(places[next++], last);
    if (next === places.length) return found;
  }
  for (const place of places.slice(next)) found.set(place, last);
  return found;
}

/** Rows are counted over all files, without headers and without what could not be read. */
async function linesOf(
  files: readonly string[],
  dialect: CsvDialect,
  rejected: readonly Reject[],
  rows: readonly number[],
): Promise<Map<number, FilePlace>> {
  const wanted = new Set(rows);
  const set = new Set(rejected.map(({ file, byte }) => `${file}\0${byte}`));
  const places = new Map<number, FilePlace>();
  let row = 0;
  for (const file of files) {
    let header = true;
    for await (const { byte, line } of recordStarts(file, dialect.separator, dialect.header.length === 1)) {
      if (!header && !set.has(`${file}\0${byte}`) && wanted.has(++row)) places.set(row, { file, line });
      header = false;
      if (places.size === wanted.size) return places;
    }
  }
  return places;
}
