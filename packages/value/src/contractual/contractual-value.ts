import {
  checkOptions,
  InvalidInputError,
  InvalidOptionError,
  shapes,
  type OptionShapes,
} from '@clv/contracts';
import { checkColumn, nonNegative, summableOver } from '../checks/check-numbers.js';
import { discountCost, type DiscountOffer } from './discount-offer.js';
import { discountedMonths, stayingShapes, type Staying } from './discounted-months.js';

/** Margins, survival and time: what a contractual value is made of. */
export interface ContractualValueOptions extends Staying {
  /** Per customer: the monthly margin, in the currency's units, at least 0. */
  margin: ArrayLike<number>;
  /** Over how many months value is counted (default 12). */
  horizonMonths?: number;
  /** The decision window in whole months (default 3), in which everyone is taken to stay. */
  windowMonths?: number;
  /** The yearly rate at which later money counts less (default .1). */
  annualDiscountRate?: number;
  /** A discount that the customers have: their value is less by what it costs (default none). */
  discountOffer?: DiscountOffer;
  /**
   * `simple`: margin times the horizon, less what a `discountOffer` takes, as if everyone stayed and money kept its worth; needs
   * no chances, and reads none.
   */
  preset?: 'simple';
}

const optionShapes: OptionShapes<ContractualValueOptions> = {
  ...stayingShapes,
  margin: shapes.numbers,
  horizonMonths: shapes.whole(1),
  discountOffer: shapes.record({}),
  preset: shapes.exactly('simple'),
};

/**
 * What each customer who stays through the decision window is worth: the monthly margin times {@link discountedMonths}
 * of the horizon. Multiply by the chance of staying for the expected value.
 *
 * @returns one value per customer, in the margin's currency, never negative.
 * @throws InvalidInputError naming every row with a margin below 0, not a number or too large to be added up over the horizon,
 *   a chance outside [0, 1], a curve that rises, or a discount above the margin; and when lengths disagree.
 * @throws InvalidOptionError for an option that is out of range or unknown.
 */
export function contractualValue(options: ContractualValueOptions): Float64Array {
  checkOptions(options, optionShapes);
  const { margin, horizonMonths = 12, preset, discountOffer, ...staying } = options;
  if (margin === undefined) throw new InvalidOptionError('margin', 'margin must be given');
  checkColumn('margin', margin, nonNegative);
  checkColumn('margin', margin, summableOver(horizonMonths));
  const counted = preset === 'simple' ? everyoneStays(margin.length) : staying;
  checkLengths(margin, counted, horizonMonths);
  const horizon = { ...counted, months: horizonMonths };
  const value = discountedMonths(horizon);
  for (let i = 0; i < value.length; i++) value[i] *= margin[i];
  if (!discountOffer) return value;
  const cost = discountCost(discountOffer, margin, horizon);
  return value.map((each, i) => each - cost[i]);
}

/** Nobody leaves, and later money counts like earlier. */
const everyoneStays = (customers: number) => ({
  churnProbability: new Float64Array(customers),
  annualDiscountRate: 0,
});

function checkLengths(margin: ArrayLike<number>, staying: Staying, months: number): void {
  const { churnProbability, survival } = staying;
  const [column, length, each] = survival
    ? ['survival', survival.length, months]
    : ['churnProbability', churnProbability?.length ?? margin.length, 1];
  if (length === margin.length * each) return;
  const message = `${column} must have ${margin.length * each} values for ${margin.length} margins: ${length}`;
  throw new InvalidInputError([{ rule: 'lengths-differ', message, column }]);
}
