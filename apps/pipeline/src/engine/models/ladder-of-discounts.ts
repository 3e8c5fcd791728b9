import type { CheckedOffer } from '@clv/prescribe';

/**
 * Of the offers that a log tried, those that take off a share of the price, smallest first; undefined where they are fewer than
 * two, or differ in more than that share: then which of them is the stronger is for the log to tell.
 */
export function ladderOfDiscounts(
  offers: readonly CheckedOffer[],
  tried: ReadonlySet<string>,
): string[] | undefined {
  const discounts = offers
    .filter(({ id, discount }) => discount > 0 && tried.has(id))
    .sort((a, b) => a.discount - b.discount);
  if (discounts.length < 2) return undefined;
  const comparable = discounts
    .slice(1)
    .every((offer, smaller) => differInDiscount(discounts[smaller], offer));
  return comparable ? discounts.map(({ id }) => id) : undefined;
}

const differInDiscount = (one: CheckedOffer, other: CheckedOffer) =>
  one.discount !== other.discount &&
  one.months === other.months &&
  one.cost === other.cost &&
  one.redemption === other.redemption;
