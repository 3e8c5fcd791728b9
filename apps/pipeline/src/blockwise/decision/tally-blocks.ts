import type { HoldoutSummary } from '@clv/contracts';

import type { IsPrescribed } from '../../engine/customers/prescribed-among.js';
import { decided } from '../../engine/policy/decided.js';
import type { Campaign } from '../../engine/policy/hold-out.js';
import { HoldoutPower } from '../../engine/policy/holdout-power.js';
import { type PolicyFigures, PolicyTotals } from '../../engine/policy/policy-totals.js';
import type { DecidedSource } from './decide-blocks.js';

/** What a policy comes to over all blocks, and what it gives the customers of the sample. */
export interface Tally {
  /** As it is carried out. */
  figures: PolicyFigures;
  choice: Int32Array;
  /** Only where some are held out: the policy as it was chosen, what they will show, and the sample's part. */
  campaign?: { planned: PolicyFigures; holdout: HoldoutSummary; sample: Campaign };
}

/** The customers of the sample, of whom there are `count`, span of rows by span of rows. */
export interface Sample {
  count: number;
  visit(first: number, rows: number, see: (place: number, i: number) => void): void;
}

/** Adds up what is decided, block after block. */
export function tallyBlocks(
  { spool, scorer, decide }: Pick<DecidedSource, 'spool' | 'scorer' | 'decide'>,
  sample: Sample,
  isPrescribed: IsPrescribed,
): Tally {
  const [carriedOut, planned] = [0, 1].map(() => new PolicyTotals(scorer.segments.names, scorer.offers));
  const choice = new Int32Array(sample.count);
  const ofSample = { planned: new Int32Array(sample.count), heldOut: new Uint8Array(sample.count) };
  let power: HoldoutPower | undefined;
  for (const block of spool.read()) {
    const { first, rows } = block;
    const { campaign, ...customers } = decide(block);
    const isCounted = (i: number) => isPrescribed(first + i);
    carriedOut.add(customers, isCounted);
    if (campaign) {
      planned.add(decided(scorer, block, campaign.planned), isCounted);
      power ??= new HoldoutPower(campaign.share);
      power.add(campaign, block.values);
    }
    sample.visit(first, rows, (place, i) => {
      choice[place] = customers.decision.choice[i];
      if (campaign === undefined) return;
      ofSample.planned[place] = campaign.planned[i];
      ofSample.heldOut[place] = campaign.heldOut[i];
    });
  }
  const figures = carriedOut.figures();
  if (power === undefined) return { figures, choice };
  const holdout = power.summary();
  const campaign = { planned: planned.figures(), holdout, sample: { ...ofSample, share: holdout.share } };
  return { figures, choice, campaign };
}
