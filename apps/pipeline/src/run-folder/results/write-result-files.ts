import type { MessagePort } from 'node:worker_threads';

import type { Block } from '../../block/block.js';
import { received } from '../../block/received-block.js';
import { wholeNumbers } from '../../block/whole-numbers.js';
import { type WrittenFile, settleWhile } from '../../files/settle.js';
import { tableFormat } from '../../output/tables/table-format.js';
import { endingSignal } from '../../second-thread/under-way.js';
import { resultNames } from './result-names.js';
import { arrowColumns, writeArrowColumns } from './write-arrow.js';

export type ResultFile = 'csv' | 'arrow';

/** Files that hold the same results. */
export interface ResultPlaces {
  paths: Readonly<Record<ResultFile, string>>;
  /** The columns that hold ids. */
  ids: ReadonlySet<string>;
}

/**
 * Writes the same results to several files at once, and makes sure that they are on disk. What can be done before anything is
 * decided is done by then.
 *
 * @param sent the customers as they came in; they may have come from another thread.
 * @param decisions brings the columns of what was decided for them; nothing, where the run broke off.
 */
export async function writeResultFiles(
  sent: Block,
  { paths, ids }: ResultPlaces,
  decisions: MessagePort,
): Promise<Record<ResultFile, WrittenFile>> {
  const decided = nextBlock(decisions);
  const customers = wholeNumbers(received(sent));
  const columns = await arrowColumns(customers, ids);
  const found = received(await decided);
  const works = [settleWhile(paths.csv, writeCsv()), settleWhile(paths.arrow, writeArrow())];
  await Promise.allSettled(works);
  const [csv, arrow] = await Promise.all(works);
  return { csv, arrow };

  async function writeCsv() {
    const table = { rows: customers.rows, columns: { ...customers.columns, ...found.columns } };
    await tableFormat(resultNames.csv).write([table], paths.csv);
  }

  async function writeArrow() {
    await writeArrowColumns({ ...columns, ...(await arrowColumns(found, ids)) }, paths.arrow);
  }
}

/** @throws Error when the port brings nothing, or closes, or the thread is to end: nothing was decided. */
const nextBlock = (port: MessagePort) =>
  new Promise<Block>((resolve, reject) => {
    const nothing = () => reject(new Error('nothing was decided'));
    port.once('message', (found: Block | undefined) => (found === undefined ? nothing() : resolve(found)));
    port.once('close', nothing);
    endingSignal.addEventListener('abort', nothing, { once: true });
  }).finally(() => port.close());
