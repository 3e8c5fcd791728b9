import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { InvalidInputError } from '@clv/contracts';

import { parseJson } from '../config/parse-json.js';
import type { Scorer } from '../engine/scorer.js';

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
