import type { Scorer } from '../engine/policy/scorer.js';
import { readRunFile } from '../run-folder/read-run-file.js';

/** The models of a run folder. */
export const readScorer = (run: string): Promise<Scorer> =>
  readRunFile<Scorer>(run, 'scorer.json', 'clv-scorer');
