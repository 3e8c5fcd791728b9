import {
  checkOptions,
  InvalidOptionError,
  normalCumulative,
  normalQuantile,
  shapes,
  type OptionShapes,
} from '@clv/contracts';
import { anyNumber } from '../argument-shapes.js';
import { checkFraction } from '../check-fraction.js';

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
 * How large a control group must be to show an effect on retention, or how small an effect it can show: one is shown where the
 * interval that `measureCampaign` gives (Agresti and Caffo 2000) lies beyond 0. With what chance it does is taken from the normal
 * distribution of its nearer end, by the delta method.
 *
 * @throws {InvalidOptionError} for a rate, share, power or significance outside (0, 1), a power that is not above the
 *   significance, unless exactly one of effect and customers is given, and for an option that there is not.
 */
export function powerAnalysis(options: PowerOptions): Power {
  checkOptions(options, optionShapes);
  const { baselineRate, effect, customers, share = 0.1, power = 0.8, significance = 0.05 } = options;
  for (const [name, value] of Object.entries({ baselineRate, share, power, significance }))
    checkFraction(name, value);
  if (power <= significance) {
    const message = `power must be above the significance, ${significance}, with which an effect is found that is not there: ${power}`;
    throw new InvalidOptionError('power', message);
  }
  const z = -normalQuantile(significance / 2);
  const shows = (all: number, rise: number) =>
    chanceToShow([all * share, baselineRate], [all * (1 - share), baselineRate + rise], z) >= power;
  if (effect !== undefined && customers === undefined) {
    const rate = baselineRate + effect;
    if (!(effect !== 0 && rate >= 0 && rate <= 1))
      throw new InvalidOptionError(
        'effect',
        `effect must not be 0 and must leave the rate in [0, 1]: ${effect}`,
      );
    const all = roundedUp(customersFor((number) => shows(number, effect)));
    return { customers: all, heldOut: roundedUp(all * share), effect };
  }
  if (customers !== undefined && effect === undefined) {
    const most = 1 - baselineRate;
    return {
      customers,
      heldOut: roundedUp(customers * share),
      effect: shows(customers, most) ? leastThat((rise) => shows(customers, rise), 0, most) : NaN,
    };
  }
  throw new InvalidOptionError('effect', 'give either effect or customers: the other is what is asked');
}

/** Rounding makes 1,100 times .07 a little more than 77. */
const roundedUp = (customers: number) => Math.ceil(customers - 1e-9);

/** How many customers, and the share of them who stay. */
type Arm = [number, number];

/** With what chance the interval lies beyond 0 on the effect's side; `z` is how many standard errors it spans on either side. */
function chanceToShow(heldOut: Arm, treated: Arm, z: number): number {
  const [none, offered] = [heldOut, treated].map(([count, rate]) => {
    const size = count + 2;
    const share = (count * rate + 1) / size;
    return {
      share,
      variance: (share * (1 - share)) / size,
      noise: (count * rate * (1 - rate)) / size ** 2,
      tilt: (1 - 2 * share) / size,
    };
  });
  const side = Math.sign(treated[1] - heldOut[1]);
  const error = Math.sqrt(none.variance + offered.variance);
  /** How much the error goes along with the shares. */
  const along = (side * z) / (2 * error);
  const noise = (1 + along * none.tilt) ** 2 * none.noise + (1 - along * offered.tilt) ** 2 * offered.noise;
  return normalCumulative((side * (offered.share - none.share) - z * error) / Math.sqrt(noise));
}

/** As many as suffice; found by doubling, then by bisection. Infinity where a double cannot tell the effect from none. */
function customersFor(suffice: (customers: number) => boolean): number {
  let enough = 2;
  while (enough < Infinity && !suffice(enough)) enough *= 2;
  return leastThat(suffice, enough / 2, enough);
}

/** The least number between two that does, where all above it do, to a double's last digits. */
function leastThat(does: (number: number) => boolean, low: number, high: number): number {
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (does(middle)) high = middle;
    else low = middle;
  }
  return high;
}
