import { type Block, CodedText } from '../block/block.js';
import { type WrittenFile, settleWhile } from '../output/settle.js';
import { tableFormat, writeBlocks } from '../output/write-blocks.js';
import { writeArrow } from './arrow.js';

/** The names of the files of results. */
export const resultNames = { csv: 'retention_results.csv', arrow: 'retention_results.arrow' } as const;

export type ResultFile = keyof typeof resultNames;

/**
 * Writes the same results to several files at once, and sees to it that they are on disk.
 *
 * @param table may have come from another thread, where coded text is plain data.
 * @param ids the columns that hold ids.
 * @param paths where to write.
 */
export async function writeResultFiles(
  { rows, columns }: Block,
  ids: ReadonlySet<string>,
  paths: Readonly<Record<ResultFile, string>>,
): Promise<Record<ResultFile, WrittenFile>> {
  const known = Object.entries(columns).map(([name, cells]) => [name, isCoded(cells) ? coded(cells) : cells]);
  const table: Block = { rows, columns: Object.fromEntries(known) };
  const works = [writeCsv(table, paths.csv), settleWhile(paths.arrow, writeArrow(table, ids, paths.arrow))];
  await Promise.allSettled(works);
  const [csv, arrow] = await Promise.all(works);
  return { csv, arrow };
}

const writeCsv = (table: Block, path: string) =>
  settleWhile(path, writeBlocks([table], tableFormat(resultNames.csv), path));

const isCoded = (cells: object): cells is CodedText => 'levels' in cells;
const coded = ({ codes, levels }: CodedText) => new CodedText(codes, levels);
