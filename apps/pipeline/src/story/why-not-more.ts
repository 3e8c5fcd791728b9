import { formatMoney } from '@clv/charts';
import type { Explanation } from '@clv/prescribe';

import type { Scorer } from '../engine/policy/scorer.js';

/** By what an offer was chosen. */
export type ChosenBy = Pick<Scorer, 'offers' | 'shadow_price' | 'risk_aversion'>;

/**
 * Why a customer does not get the offer that would gain them more than the one they get; nothing where none would, or
 * where they get none, which has a reason of its own.
 */
export function whyNotMore(
  { offer, alternatives }: Explanation,
  cost: number,
  { offers, shadow_price, risk_aversion }: ChosenBy,
  currency: string,
): string | undefined {
  const [best] = alternatives;
  if (offer === 'none' || best === undefined || best.loss >= 0) return undefined;
  const { label } = offers.find(({ id }) => id === best.offer)!;
  const gain = -best.loss;
  const money = best.cost - cost;
  const price = money > 0 ? ` for ${formatMoney(money, currency)} more` : '';
  const but =
    gain <= shadow_price * money * (1 + 1e-9)
      ? `elsewhere each unit of money gains at least ${shadow_price.toFixed(2)}`
      : risk_aversion > 0
        ? 'that is less sure'
        : 'the budget leaves no room for it';
  return `${label} would gain ${formatMoney(gain, currency)} more${price}, but ${but}.`;
}
