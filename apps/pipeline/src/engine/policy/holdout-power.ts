import type { HoldoutSummary } from '@clv/contracts';
import { type ExpectedValues, powerAnalysis } from '@clv/prescribe';

import type { Campaign } from './hold-out.js';

/** What a campaign with its control group will be able to tell, and what that costs: of all at once or block by block. */
export class HoldoutPower {
  private customers = 0;
  private heldOut = 0;
  private baseline = 0;
  private effect = 0;
  private forgone = 0;

  constructor(private readonly share: number) {}

  add({ planned, heldOut }: Campaign, { pStay, gain }: Pick<ExpectedValues, 'pStay' | 'gain'>): void {
    const width = pStay.length / planned.length;
    planned.forEach((offer, i) => {
      if (offer === 0) return;
      const none = i * width;
      this.customers++;
      this.baseline += pStay[none];
      this.effect += pStay[none + offer] - pStay[none];
      if (heldOut[i] === 0) return;
      this.heldOut++;
      this.forgone += gain[none + offer];
    });
  }

  summary(): HoldoutSummary {
    const { share, customers } = this;
    const each = Math.max(1, customers);
    return {
      share,
      customers,
      held_out: this.heldOut,
      expected_effect: this.effect / each,
      detectable_effect: leastEffect(this.baseline / each, customers, share),
      gain_forgone: this.forgone,
    };
  }
}

/** Null where so few customers can show none at all. */
function leastEffect(baselineRate: number, customers: number, share: number): number | null {
  if (customers < 2 || !(baselineRate > 0 && baselineRate < 1)) return null;
  const { effect } = powerAnalysis({ baselineRate, customers, share });
  return Number.isNaN(effect) ? null : effect;
}
