import { readFile } from 'node:fs/promises';

import { type ChurnModel, crossFitChurn, fitOnceChurn, importTrees } from '@clv/churn';
import type { RunControl } from '@clv/contracts';

import type { Columns } from '../../block/block.js';
import type { Config } from '../../config/config.js';
import { parseJson } from '../../config/parse-json.js';
import { refusal } from '../../faults/refusal.js';
import { hasHelpFor } from '../../second-thread/has-help-for.js';
import { runTask } from '../../second-thread/run-task.js';
import type { Checkpoints } from '../stages/checkpoints.js';
import type { CheckedCustomers } from '../customers/check-customers.js';
import { untreatedLabels } from './untreated-labels.js';

/** Who will leave when nothing is done; one entry a row of the input. */
export interface LearnedChurn {
  model: ChurnModel;
  /** Never from a model that saw what the customer did. */
  probabilities: Float64Array;
}

const judgeBeside = (outcomes: Float64Array, probabilities: Float64Array) =>
  runTask('evaluateChurn', outcomes, probabilities);

export async function learnChurn(
  customers: CheckedCustomers,
  { churn, seed, window_months }: Config,
  { checkpoints, ...control }: RunControl & { checkpoints: Checkpoints },
): Promise<LearnedChurn> {
  const { schema } = customers;
  const columns = withoutTreated(customers);
  const { label_means, ...asked } = churn;
  const windowMonths = label_means === 'leaves_within_window' ? window_months : undefined;
  const { once, folds, trees, ...options } = asked;
  const judge = hasHelpFor(customers.rows) ? judgeBeside : undefined;
  const shared = { ...options, seed, windowMonths, judge, ...control };
  const fit = async () => {
    if (trees !== undefined)
      return importTrees(await readTrees(trees), columns, schema, { ...shared, folds });
    return once
      ? fitOnceChurn(columns, schema, shared)
      : crossFitChurn(columns, schema, { ...shared, folds });
  };
  return checkpoints.keep('churn', fit);
}

async function readTrees(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw refusal('no-such-file', 'churn.trees', `cannot read the trees ${file}: ${cause.code}`);
  });
  return parseJson(text, file);
}

function withoutTreated(customers: CheckedCustomers): Columns {
  const { columns, schema, labels } = customers;
  const untreated = untreatedLabels(customers);
  if (untreated === labels) return columns;
  return { ...columns, [schema.roles.label!]: Array.from(untreated, (label) => (label < 0 ? null : label)) };
}
