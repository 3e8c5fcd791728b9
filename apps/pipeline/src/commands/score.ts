import { basename, dirname } from 'node:path';

import { scoreCustomers } from '../engine/scorer.js';
import { readTable } from '../input/read-table.js';
import { tableFormat, writeBlocks } from '../output/write-blocks.js';
import { writeWhole } from '../output/write-whole.js';
import { resultTable } from '../run-folder/result-table.js';
import { type CommonFlags, answer } from './context.js';
import { readScorer } from './read-scorer.js';

export interface ScoreFlags extends CommonFlags {
  input: string;
  run: string;
  out: string;
  dryRun?: boolean;
}

/** `clv score`: applies a run's models to customers whom they have not seen. */
export async function scoreCommand(flags: ScoreFlags): Promise<void> {
  const format = tableFormat(flags.out);
  const scorer = await readScorer(flags.run);
  const { name, columns } = await readTable(flags.input);
  const decided = await scoreCustomers(scorer, name, Object.fromEntries(columns));
  const write = (path: string) => writeBlocks([resultTable(decided)], format, path);
  if (!flags.dryRun) await writeWhole(dirname(flags.out), [{ name: basename(flags.out), write }]);
  const offered = decided.decision.choice.filter((offer) => offer > 0).length;
  answer(
    flags,
    () => ({ file: flags.out, customers: decided.rows, offered }),
    () =>
      `${decided.rows.toLocaleString('en-US')} customers scored, ${offered.toLocaleString('en-US')} get an offer: ${flags.out}`,
  );
}
