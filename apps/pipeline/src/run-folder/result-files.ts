import type { Block } from '../block/block.js';
import { received } from '../block/received.js';
import { type WrittenFile, settleWhile } from '../output/settle.js';
import { tableFormat, writeBlocks } from '../output/write-blocks.js';
import { writeArrow } from './arrow.js';

/** The names of the files of results. */
export const resultNames = { csv: 'retention_results.csv', arrow: 'retention_results.arrow' } as const;

export type ResultFile = keyof typeof resultNames;

/**
 * Writes the same results to several files at once, and sees to it that they are on disk.
 *
 * @param sent the table; it may have come from another thread.
 * @param ids the columns that hold ids.
 * @param paths where to write.
 */
export async function writeResultFiles(
  sent: Block,
  ids: ReadonlySet<string>,
  paths: Readonly<Record<ResultFile, string>>,
): Promise<Record<ResultFile, WrittenFile>> {
  const table = received(sent);
  const works = [writeCsv(table, paths.csv), settleWhile(paths.arrow, writeArrow(table, ids, paths.arrow))];
  await Promise.allSettled(works);
  const [csv, arrow] = await Promise.all(works);
  return { csv, arrow };
}

const writeCsv = (table: Block, path: string) =>
  settleWhile(path, writeBlocks([table], tableFormat(resultNames.csv), path));
