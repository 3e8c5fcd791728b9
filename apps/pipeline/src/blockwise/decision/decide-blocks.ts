import { holdBack } from '@clv/prescribe';

import { decided } from '../../engine/policy/decided.js';
import { type Campaign, type HoldoutDraw, drawHeldOut } from '../../engine/policy/hold-out.js';
import type { Decided } from '../../engine/policy/prescribed-customers.js';
import type { Scorer } from '../../engine/policy/scorer.js';
import type { TableSource } from '../../input/table-source.js';
import type { AppraisalSpool, SpooledBlock } from '../appraisal/appraisal-spool.js';

/** What the policy gives each customer of a block. */
export type Choose = (block: SpooledBlock) => Int32Array;

/** What is done with the customers of a block, and their part of the campaign where some are held out. */
export type Decide = (block: SpooledBlock) => Decided & { campaign?: Campaign };

/** The customers of a source, appraised, and what is done with them. */
export interface DecidedSource {
  source: TableSource;
  spool: AppraisalSpool;
  scorer: Scorer;
  decide: Decide;
}

/** Carries out what the policy chose. */
export const decideAll =
  (scorer: Scorer, choose: Choose): Decide =>
  (block) =>
    decided(scorer, block, choose(block));

/**
 * Carries out what the policy chose, except for those held out, who are drawn from all blocks together: 9 bytes a
 * customer while they are drawn, 1 after.
 */
export function decideWithHoldout(
  spool: AppraisalSpool,
  scorer: Scorer,
  choose: Choose,
  draw: HoldoutDraw,
): Decide {
  const heldOut = heldOutOfAll(spool, scorer, choose, draw);
  return (block) => {
    const planned = choose(block);
    const held = heldOut.subarray(block.first, block.first + block.rows);
    return {
      ...decided(scorer, block, holdBack(planned, { holdout: held })),
      campaign: { planned, heldOut: held, share: draw.share },
    };
  };
}

function heldOutOfAll(
  spool: AppraisalSpool,
  { offers }: Scorer,
  choose: Choose,
  draw: HoldoutDraw,
): Uint8Array {
  const planned = new Int32Array(spool.rows);
  const segment = new Int32Array(spool.rows);
  for (const block of spool.read()) {
    planned.set(choose(block), block.first);
    segment.set(block.segment, block.first);
  }
  return drawHeldOut(planned, segment, offers.length, draw);
}
