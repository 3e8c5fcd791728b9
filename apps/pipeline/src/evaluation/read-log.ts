import type { Fault } from '@clv/contracts';
import { readNumbers } from '@clv/table';
import { type ArmCount, findLogRows, silentOutcomes } from '@clv/uplift';

import type { Columns } from '../block/block.js';
import { takeRows } from '../block/take-rows.js';
import type { Scorer } from '../engine/policy/scorer.js';
import { inNameOf, refuseFaults } from '../faults/refuse-faults.js';
import { counted } from '../wording/counted.js';

/** Which columns of an experiment's log say what. */
export interface LogRoles {
  offer: string;
  propensity: string;
  outcome: string;
}

/**
 * Those of a log who took part and whose outcome is known.
 *
 * @throws InvalidInputError with every cell of theirs that cannot be, and where nobody's outcome is known, of all or of an arm.
 */
export function readLog(name: string, columns: Columns, roles: LogRoles, scorer: Scorer) {
  const { decimal } = scorer.schema;
  const { offer, outcome: outcomeColumn } = roles;
  const log = { offer, outcome: outcomeColumn, decimal };
  const { known, got, outcome, counts, chances } = inNameOf(name, () => ({
    ...findLogRows(columns, log),
    chances: readNumbers(columns, roles.propensity, { decimal }),
  }));
  const numbers = new Map(scorer.offers.map(({ id }, number) => [id, number]));
  const faults = [
    ...(counts.arms.length === 0 ? [nobodyTookPart(offer)] : []),
    ...silentOutcomes(counts, log),
    ...(known.length > 0 ? counts.arms.flatMap((arm) => unknownArm(arm, outcomeColumn)) : []),
    ...[...known].flatMap((row) => [
      ...(numbers.has(got[row]) ? [] : [unknownOffer(row, offer, columns[offer][row], [...numbers.keys()])]),
      ...(chances[row] > 0 && chances[row] <= 1 ? [] : [noChance(row, roles.propensity, chances[row])]),
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
  const message = `${column}: not known of any of the ${counted(customers, 'customer')} who got ${offer}`;
  return [{ rule: 'no-outcomes', column, offer, message }];
}

function unknownOffer(row: number, column: string, cell: unknown, offers: readonly string[]): Fault {
  const message = `row ${row + 1}, ${column}: the run has no offer ${JSON.stringify(cell)}; it has ${offers.join(', ')}`;
  return { rule: 'unknown-offer', column, row: row + 1, message };
}

function noChance(row: number, column: string, value: number): Fault {
  const told = Number.isNaN(value) ? 'blank' : value;
  const message = `row ${row + 1}, ${column}: must be above 0 and at most 1: ${told}`;
  return { rule: 'out-of-range', column, row: row + 1, value, message };
}
