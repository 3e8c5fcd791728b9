import type { Block, Columns } from '../../../block/block.js';
import { isQuicklySent } from '../../../block/shared-memory.js';
import { codeFewTexts } from '../../../block/texts/code-few-texts.js';
import { packedBehind } from '../../../block/texts/texts-as-array.js';
import { hasRunner, runTask } from '../../../second-thread/run-task.js';
import { hashOf } from './input-hash.js';

/** The hash of a table, made by another thread where there is one and the columns are quickly sent; else at once. */
export function hashBeside(columns: Columns, rows: number): Promise<string> {
  const sent = hasRunner() ? asSent(columns, rows) : undefined;
  if (sent === undefined || !Object.values(sent.columns).every(isQuicklySent))
    return Promise.resolve(hashOf(columns));
  const hash = runTask('hashOfBlock', sent);
  // Of a run that fails nobody asks for it.
  hash.catch(() => {});
  return hash;
}

function asSent(columns: Columns, rows: number): Block {
  const packed = Object.entries(columns).map(([name, cells]) => [name, packedBehind(cells) ?? cells]);
  return codeFewTexts({ rows, columns: Object.fromEntries(packed) });
}
