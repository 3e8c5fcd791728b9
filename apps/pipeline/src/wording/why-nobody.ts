import { formatMoney } from '@clv/charts';
import type { RunSummary } from '@clv/contracts';
import type { Prescription } from '@clv/prescribe';

/** Why nobody gets an offer: none pays at any price, or the budget, of which more would gain something, holds none that does. */
export const whyNobody = (
  { budget, currency }: Pick<RunSummary, 'budget' | 'currency'>,
  { shadowPrice }: Pick<Prescription, 'shadowPrice'>,
): string =>
  budget === null || shadowPrice === 0
    ? 'No offer pays for any customer: doing nothing is best'
    : `Within the budget of ${formatMoney(budget, currency)} no offer pays for any customer`;
