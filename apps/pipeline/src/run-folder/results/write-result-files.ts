import { on } from 'node:events';
import type { MessagePort } from 'node:worker_threads';

import type { Block } from '../../block/block.js';
import { received } from '../../block/received-block.js';
import { wholeNumbers } from '../../block/whole-numbers.js';
import type { WrittenFile } from '../../files/settle.js';
import { writeSettled } from '../../files/write-settled.js';
import { beginLines, finishLines } from '../../output/csv/begun-lines.js';
import { endingSignal } from '../../second-thread/under-way.js';
import { arrowColumns, writeArrowColumns } from './write-arrow.js';

export type ResultFile = 'csv' | 'arrow';

/** Files that hold the same results. */
export interface ResultPlaces {
  paths: Readonly<Record<ResultFile, string>>;
  /** The columns that hold ids. */
  ids: ReadonlySet<string>;
}

/**
 * Writes the same results to several files at once, and makes sure that they are on disk. Columns are printed as they come, but
 * the last of them, of what was decided.
 *
 * @param sent the customers as they came in; they may have come from another thread.
 * @param run tells when it leaves this thread time, then brings the columns of what was found of them, and then those of what was
 *   decided for them; nothing, where it broke off.
 */
export async function writeResultFiles(
  sent: Block,
  { paths, ids }: ResultPlaces,
  run: MessagePort,
): Promise<Record<ResultFile, WrittenFile>> {
  const told = on(run, 'message', { signal: endingSignal, close: ['close'] });
  try {
    const customers = wholeNumbers(received(sent));
    const columns = await arrowColumns(customers, ids);
    await next(told);
    const begun = [await beginLines(customers)];
    const found = received((await next(told)) as Block);
    begun.push(await beginLines(found));
    const decided = received((await next(told)) as Block);
    const others = { ...found.columns, ...decided.columns };
    const works = [
      writeSettled(paths.csv, finishLines(begun, decided)),
      arrowColumns({ rows: found.rows, columns: others }, ids).then((last) =>
        writeArrowColumns({ ...columns, ...last }, paths.arrow),
      ),
    ];
    await Promise.allSettled(works);
    const [csv, arrow] = await Promise.all(works);
    return { csv, arrow };
  } finally {
    run.close();
  }
}

/** @throws Error when nothing is told any more: nothing was decided. */
async function next(told: NodeJS.AsyncIterator<unknown[]>): Promise<unknown> {
  const { value, done } = await told.next();
  if (done || value[0] === undefined) throw new Error('nothing was decided');
  return value[0];
}
