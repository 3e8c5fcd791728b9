import { type Prescription, assignHoldout, holdBack } from '@clv/prescribe';

/** Which of the customers whom the policy gives an offer are to get it, and which are held out to be compared with. */
export interface Campaign {
  /** The number of the offer that the policy gives each customer; those with none take no part. */
  planned: Int32Array;
  /** 1 for a customer who is held out, so gets none. */
  heldOut: Uint8Array;
  /** The chance of being held out. */
  share: number;
}

/** What the results call the group that a customer with an offer is in. */
export const campaignGroup = (heldOut: number) => (heldOut ? 'held_out' : 'treated');

export interface HeldBack {
  campaign: Campaign;
  /** The policy as it will be carried out: those held out get none, and the totals say so. */
  decision: Prescription;
}

/** How large the control group is, in (0, 1), and the seed that draws it. */
export interface HoldoutDraw {
  share: number;
  seed: number;
}

/** Draws a random share of those with an offer, the same share of each offer in each segment: 1 for each who is drawn. */
export function drawHeldOut(
  planned: Int32Array,
  segment: Int32Array,
  offers: number,
  { share, seed }: HoldoutDraw,
): Uint8Array {
  const members = Int32Array.from(planned.keys()).filter((i) => planned[i] > 0);
  const strata = members.map((i) => segment[i] * offers + planned[i]);
  const { holdout } = assignHoldout(members.length, { share, stratifyBy: strata, seed });
  const heldOut = new Uint8Array(planned.length);
  members.forEach((i, m) => (heldOut[i] = holdout[m]));
  return heldOut;
}

/** Holds a random share of those with an offer out of it. */
export function holdOut(policy: Prescription, segment: Int32Array, draw: HoldoutDraw): HeldBack {
  const { choice, offers, values } = policy;
  const heldOut = drawHeldOut(choice, segment, offers.length, draw);
  const kept = holdBack(choice, { holdout: heldOut });
  const overTreated = (matrix: Float64Array) =>
    kept.reduce((sum, offer, i) => (offer > 0 ? sum + matrix[i * offers.length + offer] : sum), 0);
  const gain = overTreated(values.gain);
  return {
    campaign: { planned: choice, heldOut, share: draw.share },
    decision: {
      ...policy,
      choice: kept,
      spend: overTreated(values.cost),
      gain,
      optimized: policy.baseline + gain,
    },
  };
}
