import type { Fault } from '@clv/contracts';
import type { ArmCount, ExperimentCounts, LogColumns } from './log-rows.js';

/** Fewer customers than this tell nothing of an offer. */
const fewestPerArm = 30;

/** Why nothing can be learned from an experiment: nobody's outcome is known, or that of too few of an arm. */
export function faultsOfCounts(
  { arms }: ExperimentCounts,
  { outcome, offer: column, none = 'none' }: LogColumns,
): Fault[] {
  const customers = arms.reduce((sum, arm) => sum + arm.customers, 0);
  if (customers > 0 && arms.every(({ known }) => known === 0)) {
    const message = `${outcome}: blank for all ${customers} customers of the experiment`;
    return [{ rule: 'no-outcomes', message, column: outcome }];
  }
  const withNone = arms.some(({ offer }) => offer === none)
    ? arms
    : [{ offer: none, customers: 0, known: 0 }, ...arms];
  const thin = withNone.flatMap((arm) => {
    if (arm.known >= fewestPerArm) return [];
    const message = `offer ${arm.offer}: ${saidOf(arm)}, and at least ${fewestPerArm} are needed`;
    return [{ rule: 'too-few-customers', message, column, offer: arm.offer, value: arm.known }];
  });
  if (withNone.length > 1) return thin;
  return [...thin, { rule: 'no-offers', message: `${column}: nobody got an offer`, column }];
}

const saidOf = ({ customers, known }: ArmCount) =>
  known === customers
    ? `${customers} customers`
    : `${known} of ${customers} customers whose outcome is known`;
