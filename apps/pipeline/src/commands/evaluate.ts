import { InvalidInputError } from '@clv/contracts';

import { evaluateRun } from '../evaluation/evaluate-run.js';
import type { LogRoles } from '../evaluation/read-log.js';
import { readRows } from '../input/read-table.js';
import { readScorer } from '../run-folder/read-run-file.js';
import { evaluationText } from '../terminal/evaluation-text.js';
import { type CommonFlags, answer } from './context.js';

export interface EvaluateFlags extends CommonFlags, LogRoles {
  input: string;
  run: string;
}

/** `clv evaluate`: what a run's policy would have earned, from the log of an experiment on other customers. */
export async function evaluateCommand(flags: EvaluateFlags): Promise<void> {
  const { run } = flags;
  const scorer = await readScorer(run);
  const { decimal, roles } = scorer.schema;
  const { faults, ...log } = await readRows(flags.input, { decimal, id: roles.id });
  if (faults.length > 0) throw new InvalidInputError(faults);
  const evaluation = await evaluateRun(run, scorer, log, flags);
  answer(
    flags,
    () => evaluation,
    () => evaluationText(evaluation),
  );
}
