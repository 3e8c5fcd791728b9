import { formatPercent } from '@clv/charts';
import { type Fault, InvalidInputError, UnknownColumnError } from '@clv/contracts';
import { type PolicyValue, evaluatePolicy } from '@clv/prescribe';
import { readNumbers, readText } from '@clv/table';

import type { Columns } from '../engine/load-customers.js';
import { scoreCustomers } from '../engine/score-customers.js';
import type { Scorer } from '../engine/scorer.js';
import { readTable } from '../input/read-table.js';
import { type CommonFlags, answer } from './context.js';
import { readScorer } from './read-scorer.js';

export interface EvaluateFlags extends CommonFlags {
  input: string;
  run: string;
  offer: string;
  propensity: string;
  outcome: string;
}

/** `clv evaluate`: what a run's policy would have earned, from the log of an experiment on other customers. */
export async function evaluateCommand(flags: EvaluateFlags): Promise<void> {
  const scorer = await readScorer(flags.run);
  const { name, columns: read } = await readTable(flags.input);
  const columns: Columns = Object.fromEntries(read);
  for (const column of [flags.offer, flags.propensity, flags.outcome])
    if (!read.has(column)) throw new UnknownColumnError(column, [...read.keys()]);
  const { decision, pStay } = await scoreCustomers(scorer, name, columns);
  const result = evaluatePolicy(
    {
      offers: scorer.offers.length,
      offer: offerNumbers(columns, flags.offer, scorer),
      propensity: readNumbers(columns, flags.propensity),
      outcome: readNumbers(columns, flags.outcome),
      predicted: pStay,
    },
    decision.choice,
  );
  answer(
    flags,
    () => result,
    () => evaluationText(result),
  );
}

function offerNumbers(columns: Columns, column: string, { offers }: Scorer): Int32Array {
  const numbers = readText(columns, column).map((id) => offers.findIndex((offer) => offer.id === id));
  const unknown = numbers.flatMap((number, i): Fault[] =>
    number >= 0
      ? []
      : [
          {
            rule: 'unknown-offer',
            column,
            row: i + 1,
            message: `row ${i + 1}, ${column}: the run knows no offer ${JSON.stringify(columns[column][i])}`,
          },
        ],
  );
  if (unknown.length > 0) throw new InvalidInputError(unknown);
  return Int32Array.from(numbers);
}

const estimators = {
  ips: 'inverse propensity',
  snips: 'self-normalised',
  dm: 'direct method',
  dr: 'doubly robust',
} as const;

function evaluationText(result: PolicyValue): string {
  const lines = Object.entries(estimators).flatMap(([key, name]) => {
    const estimate = result[key as keyof typeof estimators];
    if (estimate === undefined) return [];
    const { value, low, high } = estimate;
    return [
      `  ${name.padEnd(20)} ${formatPercent(value, 2)}   (95%: ${formatPercent(low, 2)} to ${formatPercent(high, 2)})`,
    ];
  });
  return [
    'The mean outcome a customer, had the policy been in force:',
    ...lines,
    `${result.matched.toLocaleString('en-US')} customers got what the policy would give; they count as ${Math.round(result.effectiveSampleSize).toLocaleString('en-US')}.`,
    ...result.warnings.map((warning) => `note: ${warning}`),
  ].join('\n');
}
