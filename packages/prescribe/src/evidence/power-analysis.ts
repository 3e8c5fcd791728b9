import { checkOptions, InvalidOptionError, normalQuantile, shapes, type OptionShapes } from '@clv/contracts';
import { anyNumber } from '../check-argument.js';

/** Either the effect to be shown or the customers there are, and the risks of error. */
export interface PowerOptions {
  /** The share of held-out customers who stay, in (0, 1). */
  baselineRate: number;
  /** The rise of that share that must not be missed, such as .02; either this or `customers`. */
  effect?: number;
  /** The customers available for both groups together; the result is then the smallest effect that they can show. */
  customers?: number;
  /** The share of them that is held out, in (0, 1) (default .1). */
  share?: number;
  /** The chance of finding the effect when it is there (default .8). */
  power?: number;
  /** The two-sided chance of finding one that is not (default .05). */
  significance?: number;
}

const optionShapes: OptionShapes<PowerOptions> = {
  baselineRate: anyNumber,
  effect: anyNumber,
  customers: shapes.whole(2),
  share: anyNumber,
  power: anyNumber,
  significance: anyNumber,
};

/** What a campaign of a given size can show. */
export interface Power {
  /** Customers needed (or given) in all, and of them held out. */
  customers: number;
  heldOut: number;
  /** The smallest rise that this many customers show with the stated power; NaN if even keeping everyone would not show. */
  effect: number;
}

/**
 * How large a control group must be to show an effect on retention, or how small an effect it can show: the two-sided
 * normal test of two proportions with a pooled null variance (Fleiss, Levin and Paik 2003).
 *
 * @throws {InvalidOptionError} for a rate, share, power or significance outside (0, 1), a power that is not above the
 *   significance, unless exactly one of effect and customers is given, and for an option that there is not.
 */
export function powerAnalysis(options: PowerOptions): Power {
  checkOptions(options, optionShapes);
  const { baselineRate, effect, customers, share = 0.1, power = 0.8, significance = 0.05 } = options;
  for (const [name, value] of Object.entries({ baselineRate, share, power, significance }))
    if (!(value > 0 && value < 1))
      throw new InvalidOptionError(name, `${name} must lie between 0 and 1: ${value}`);
  if (power <= significance) {
    const message = `power must be above the significance, ${significance}, with which an effect is found that is not there: ${power}`;
    throw new InvalidOptionError('power', message);
  }
  if ((effect === undefined) === (customers === undefined))
    throw new InvalidOptionError('effect', 'give either effect or customers: the other is what is asked');
  const needed = (rise: number) => customersFor(rise, { baselineRate, share, power, significance });
  if (effect !== undefined) {
    const rate = baselineRate + effect;
    if (!(effect !== 0 && rate >= 0 && rate <= 1))
      throw new InvalidOptionError(
        'effect',
        `effect must not be 0 and must leave the rate in [0, 1]: ${effect}`,
      );
    const all = roundedUp(needed(effect));
    return { customers: all, heldOut: roundedUp(all * share), effect };
  }
  if (!(Number.isInteger(customers) && customers! >= 2))
    throw new InvalidOptionError('customers', `customers must be a whole number of at least 2: ${customers}`);
  return {
    customers: customers!,
    heldOut: roundedUp(customers! * share),
    effect: leastEffect(customers!, baselineRate, needed),
  };
}

/** Rounding makes 1,100 times .07 a little more than 77. */
const roundedUp = (customers: number) => Math.ceil(customers - 1e-9);

function customersFor(
  effect: number,
  {
    baselineRate,
    share,
    power,
    significance,
  }: Record<'baselineRate' | 'share' | 'power' | 'significance', number>,
): number {
  const treatedRate = baselineRate + effect;
  const pooled = share * baselineRate + (1 - share) * treatedRate;
  const null0 = (pooled * (1 - pooled)) / (share * (1 - share));
  const alternative =
    (baselineRate * (1 - baselineRate)) / share + (treatedRate * (1 - treatedRate)) / (1 - share);
  const reach =
    normalQuantile(1 - significance / 2) * Math.sqrt(null0) + normalQuantile(power) * Math.sqrt(alternative);
  return (reach / effect) ** 2;
}

/** The effect at which the customers needed are those there are, by bisection; NaN where no effect is large enough. */
function leastEffect(customers: number, baselineRate: number, needed: (effect: number) => number): number {
  let low = 0;
  let high = 1 - baselineRate;
  if (needed(high) > customers) return NaN;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (needed(middle) > customers) low = middle;
    else high = middle;
  }
  return high;
}
