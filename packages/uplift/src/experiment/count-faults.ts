import { checkOptions, shapes, type Fault } from '@clv/contracts';
import { countsShape, logShapes, type ArmCount, type ExperimentCounts, type LogColumns } from './log-rows.js';
import { thousands } from '../thousands.js';

const { record, text } = shapes;

/** Fewer customers than this tell nothing of an offer. */
const fewestPerArm = 30;

/**
 * Why nothing can be learned from an experiment: its outcomes tell nothing, or too few of an arm are known.
 *
 * @throws InvalidOptionError where the counts are none.
 */
export function faultsOfCounts(counts: ExperimentCounts, columns: LogColumns): Fault[] {
  const silent = silentOutcomes(counts, columns);
  const isUnknown = silent.some(({ rule }) => rule === 'no-outcomes');
  return isUnknown ? silent : [...silent, ...thinArms(counts, columns)];
}

/**
 * Why outcomes say nothing: all are blank, or all that are filled are the same, so that a blank one may be a 0 that nobody
 * wrote.
 *
 * @throws InvalidOptionError where the counts are none.
 */
export function silentOutcomes(counts: ExperimentCounts, columns: LogColumns): Fault[] {
  checkOptions({ counts, columns }, { counts: countsShape, columns: record({ outcome: text }, logShapes) }, [
    'counts',
    'columns',
  ]);
  const { arms, range } = counts;
  const { outcome: column } = columns;
  const customers = arms.reduce((sum, arm) => sum + arm.customers, 0);
  if (customers > 0 && range === undefined) {
    const message = `${column}: blank for all ${thousands(customers)} customers of the experiment`;
    return [{ rule: 'no-outcomes', message, column }];
  }
  if (range === undefined || range[0] !== range[1]) return [];
  if (arms.every(({ customers, known }) => customers === known)) return [];
  const [value] = range;
  const message = `${column}: every outcome is ${value} or blank, and blank means unknown; fill in the outcomes that are known`;
  return [{ rule: 'one-outcome', message, column, value }];
}

/** Trees hold numbers to seven digits: what lies this much nearer together than to 0 they cannot tell apart. */
const leastSpan = 1e-5;

/** Why outcomes that differ in their last digits alone cannot be learned from as they are. */
export function crowdedOutcomes({ range }: ExperimentCounts, { outcome: column }: LogColumns): Fault[] {
  if (range === undefined || range[0] === range[1]) return [];
  const [least, most] = range;
  if (most - least >= leastSpan * Math.max(Math.abs(least), Math.abs(most))) return [];
  const message = `${column}: outcomes lie between ${least} and ${most}, too near to each other to be told apart; give how far they are from ${least}`;
  return [{ rule: 'crowded-outcomes', message, column, value: most - least }];
}

function thinArms({ arms }: ExperimentCounts, { offer: column, none = 'none' }: LogColumns): Fault[] {
  const without = arms.some(({ offer }) => offer === none) ? [] : [nobodyWithout(none, arms, column)];
  const thin = arms.flatMap((arm) => {
    if (arm.known >= fewestPerArm) return [];
    const message = `offer ${arm.offer}: ${saidOf(arm)}, and at least ${fewestPerArm} are needed`;
    return [{ rule: 'too-few-customers', message, column, offer: arm.offer, value: arm.known }];
  });
  const offered = arms.some(({ offer }) => offer !== none);
  const nobody = { rule: 'no-offers', message: `${column}: nobody got an offer`, column };
  return [...without, ...thin, ...(offered ? [] : [nobody])];
}

/** Without customers who got no offer there is nothing to compare with. */
function nobodyWithout(none: string, arms: readonly ArmCount[], column: string): Fault {
  const said = arms.slice(0, 5).map(({ offer }) => offer);
  const holds = said.length === 0 ? '' : `; it holds ${said.join(', ')}${arms.length > 5 ? ', …' : ''}`;
  const message = `${column}: no row says ${none}, as it must for customers who got no offer${holds}`;
  return { rule: 'too-few-customers', message, column, offer: none, value: 0 };
}

const saidOf = ({ customers, known }: ArmCount) =>
  known === customers
    ? `${thousands(customers)} customers`
    : `${thousands(known)} of ${thousands(customers)} customers whose outcome is known`;
