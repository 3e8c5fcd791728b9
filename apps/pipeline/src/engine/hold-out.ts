import { type Prescription, assignHoldout, holdBack } from '@clv/prescribe';

/** Which of the customers whom the policy gives an offer are to get it, and which are held out to be compared with. */
export interface Campaign {
  /** The number of the offer that the policy gives each customer; those with none take no part. */
  planned: Int32Array;
  /** 1 for a customer who is held out, so gets none. */
  heldOut: Uint8Array;
  /** The chance of the group (treated or held out) that a customer is in. */
  propensity: Float64Array;
}

/** What the results call the group that a customer with an offer is in. */
export const campaignGroup = (heldOut: number) => (heldOut ? 'held_out' : 'treated');

export interface HeldBack {
  campaign: Campaign;
  /** The policy as it will be carried out: those held out get none, and the totals say so. */
  decision: Prescription;
}

/**
 * Holds a random share of those with an offer out of it, the same share of each offer in each segment.
 *
 * @param share in (0, 1).
 */
export function holdOut(
  policy: Prescription,
  segment: Int32Array,
  { share, seed }: { share: number; seed: number },
): HeldBack {
  const { choice, offers, values } = policy;
  const members = Int32Array.from(choice.keys()).filter((i) => choice[i] > 0);
  const strata = members.map((i) => segment[i] * offers.length + choice[i]);
  const drawn = assignHoldout(members.length, { share, stratifyBy: strata, seed });
  const heldOut = new Uint8Array(choice.length);
  const propensity = new Float64Array(choice.length).fill(1);
  members.forEach((i, m) => {
    heldOut[i] = drawn.holdout[m];
    propensity[i] = drawn.propensity[m];
  });
  const kept = holdBack(choice, { holdout: heldOut });
  const over = (matrix: Float64Array) =>
    members.reduce((sum, i) => sum + (heldOut[i] ? 0 : matrix[i * offers.length + choice[i]]), 0);
  const gain = over(values.gain);
  return {
    campaign: { planned: choice, heldOut, propensity },
    decision: {
      ...policy,
      choice: kept,
      spend: over(values.cost),
      gain,
      optimized: policy.baseline + gain,
    },
  };
}
