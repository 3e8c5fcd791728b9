import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { InvalidInputError } from '@clv/contracts';

import { parseJson } from '../config/parse-json.js';
import { type Scorer, scoreCustomers } from '../engine/scorer.js';
import { readTable } from '../input/read-table.js';
import { tableFormat, writeBlocks } from '../output/write-blocks.js';
import { writeWhole } from '../output/write-whole.js';
import { resultTable } from '../run-folder/result-table.js';
import { type CommonFlags, answer } from './context.js';

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

/** The models of a run folder. */
export async function readScorer(run: string): Promise<Scorer> {
  const file = join(run, 'scorer.json');
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw refusal(file, `${run} has no models to score with (${cause.code}); make a run folder with clv run`);
  });
  const scorer = parseJson(text, file) as Scorer;
  if (scorer?.format !== 'clv-scorer' || scorer.version !== 1)
    throw refusal(file, `${file} is not a clv-scorer of version 1`);
  return scorer;
}

const refusal = (path: string, message: string) => new InvalidInputError([{ rule: 'no-run', path, message }]);
