import { type Block, cellReader } from '../block/block.js';
import { writtenCell } from '../block/cells/written-cell.js';

/** How many rows make a piece of text. */
const rowsAtOnce = 1000;

/** Rows as the text format of PostgreSQL's COPY, in pieces; the run's id comes first in each row. */
export async function* copyText(
  blocks: Iterable<Block> | AsyncIterable<Block>,
  columns: readonly string[],
  runId: string,
): AsyncGenerator<string> {
  const id = escaped(runId);
  for await (const { rows, columns: cells } of blocks) {
    const own = columns.map((column) => cellReader(cells[column]));
    for (let start = 0; start < rows; start += rowsAtOnce) {
      let text = '';
      for (let row = start; row < Math.min(start + rowsAtOnce, rows); row++)
        text += `${id}\t${own.map((column) => cellText(column(row))).join('\t')}\n`;
      yield text;
    }
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return '\\N';
  if (typeof cell === 'number') return String(cell);
  return escaped(writtenCell(cell));
}

const marks: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string) => text.replaceAll(/[\\\t\n\r]/g, (mark) => marks[mark]);
