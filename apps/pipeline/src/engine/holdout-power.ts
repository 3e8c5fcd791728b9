import type { HoldoutSummary } from '@clv/contracts';
import { powerAnalysis } from '@clv/prescribe';

import type { PrescribedCustomers } from './prescribed-customers.js';

/** What a campaign with its control group will be able to tell, and what the control group costs. */
export function holdoutPower(
  { policy, decision, campaign }: PrescribedCustomers,
  share: number,
): HoldoutSummary | undefined {
  if (campaign === undefined) return undefined;
  const { planned, heldOut } = campaign;
  const { pStay, offers } = policy.values;
  const members = Int32Array.from(planned.keys()).filter((i) => planned[i] > 0);
  const mean = (term: (i: number) => number) =>
    members.reduce((sum, i) => sum + term(i), 0) / Math.max(1, members.length);
  const baselineRate = mean((i) => pStay[i * offers.length]);
  return {
    share,
    customers: members.length,
    held_out: heldOut.reduce((count, held) => count + held, 0),
    expected_effect: mean((i) => pStay[i * offers.length + planned[i]] - pStay[i * offers.length]),
    detectable_effect: leastEffect(baselineRate, members.length, share),
    gain_forgone: policy.gain - decision.gain,
  };
}

/** Null where so few customers can show none at all. */
function leastEffect(baselineRate: number, customers: number, share: number): number | null {
  if (customers < 2 || !(baselineRate > 0 && baselineRate < 1)) return null;
  const { effect } = powerAnalysis({ baselineRate, customers, share });
  return Number.isNaN(effect) ? null : effect;
}
