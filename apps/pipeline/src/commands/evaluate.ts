import { formatCount, formatPercent } from '@clv/charts';
import { type Fault, InvalidInputError } from '@clv/contracts';
import { type PolicyValue, evaluatePolicy } from '@clv/prescribe';
import { readNumbers } from '@clv/table';
import { type ArmCount, attritionNotices, findLogRows, silentOutcomes } from '@clv/uplift';

import type { Columns } from '../block/block.js';
import { takeMatrixRows, takeRows } from '../block/take-rows.js';
import { askedColumns } from '../blockwise/columns/scoring-columns.js';
import { refuseFaults } from '../faults/refuse-faults.js';
import { scoreCustomers } from '../engine/policy/score-customers.js';
import { offerLabels } from '../engine/customers/offer-labels.js';
import type { Scorer } from '../engine/policy/scorer.js';
import { unknownColumns } from '../engine/customers/unknown-columns.js';
import { readRows } from '../input/read-table.js';
import { countLearnedFrom } from '../run-folder/learned-from.js';
import { type CommonFlags, answer } from './context.js';
import { readScorer } from '../run-folder/read-run-file.js';

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
  const { decimal, roles } = scorer.schema;
  const { name, columns, faults } = await readRows(flags.input, { decimal, id: roles.id });
  if (faults.length > 0) throw new InvalidInputError(faults);
  const asked = [flags.offer, flags.propensity, flags.outcome, ...askedColumns(scorer)];
  refuseFaults(name, unknownColumns(asked, Object.keys(columns)));
  const log = readLog(name, columns, flags, scorer);
  const { decision, pStay } = await scoreCustomers(scorer, name, columns);
  const { known } = log;
  const offers = scorer.offers.length;
  const value = evaluatePolicy(
    { ...log, offers, predicted: takeMatrixRows(pStay, offers, known) },
    takeRows(decision.choice, known),
  );
  const seen = await countLearnedFrom(flags.run, scorer.schema, columns, known);
  const warnings = [
    ...value.warnings,
    ...attritionNotices(log.counts, 'none', offerLabels(scorer.offers)),
    ...learnedFrom(seen, known.length),
  ];
  const result = { ...value, experiment: log.counts.arms, warnings };
  answer(
    flags,
    () => result,
    () => evaluationText(result),
  );
}

/**
 * Those of a log who took part and whose outcome is known.
 *
 * @throws InvalidInputError with every cell of theirs that cannot be, and where nobody's outcome is known, of all or of an arm.
 */
function readLog(name: string, columns: Columns, flags: EvaluateFlags, scorer: Scorer) {
  const { decimal } = scorer.schema;
  const { offer, outcome: outcomeColumn } = flags;
  const log = { offer, outcome: outcomeColumn, decimal };
  const { known, got, outcome, counts } = findLogRows(columns, log);
  const chances = readNumbers(columns, flags.propensity, { decimal });
  const numbers = new Map(scorer.offers.map(({ id }, number) => [id, number]));
  const faults = [
    ...(counts.arms.length === 0 ? [nobodyTookPart(offer)] : []),
    ...silentOutcomes(counts, log),
    ...(known.length > 0 ? counts.arms.flatMap((arm) => unknownArm(arm, outcomeColumn)) : []),
    ...[...known].flatMap((row) => [
      ...(numbers.has(got[row]) ? [] : [unknownOffer(row, offer, columns[offer][row])]),
      ...(chances[row] > 0 && chances[row] <= 1 ? [] : [noChance(row, flags.propensity, chances[row])]),
    ]),
  ];
  refuseFaults(name, faults);
  return {
    known,
    counts,
    offer: Int32Array.from(known, (row) => numbers.get(got[row])!),
    propensity: takeRows(chances, known),
    outcome: takeRows(outcome, known),
  };
}

const nobodyTookPart = (column: string): Fault => ({
  rule: 'no-offers',
  column,
  message: `${column}: blank in every row`,
});

/** What an offer would have earned cannot be told where nothing is known of those who got it. */
function unknownArm({ offer, customers, known }: ArmCount, column: string): Fault[] {
  if (known > 0) return [];
  const message = `${column}: not known of any of the ${customers} customers who got ${offer}`;
  return [{ rule: 'no-outcomes', column, offer, message }];
}

function unknownOffer(row: number, column: string, cell: unknown): Fault {
  const message = `row ${row + 1}, ${column}: the run has no offer ${JSON.stringify(cell)}`;
  return { rule: 'unknown-offer', column, row: row + 1, message };
}

function noChance(row: number, column: string, value: number): Fault {
  const told = Number.isNaN(value) ? 'blank' : value;
  const message = `row ${row + 1}, ${column}: must be above 0 and at most 1: ${told}`;
  return { rule: 'out-of-range', column, row: row + 1, value, message };
}

/** A policy is best on the very customers whose outcomes it was learned from. */
function learnedFrom(seen: number, all: number): string[] {
  if (seen === 0) return [];
  const who = `${formatCount(seen)} of these ${formatCount(all)} customers stand in the run's input with what came of them`;
  return [
    `${who}, so its models may have learned from it, and the policy looks better here than it is. Judge it by a log of other customers.`,
  ];
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
    'The mean outcome per customer, had the policy been in force:',
    ...lines,
    `${formatCount(result.matched)} customers got what the policy would give; they count as ${formatCount(result.effectiveSampleSize)}.`,
    ...result.warnings.map((warning) => `note: ${warning}`),
  ].join('\n');
}
