import { intervalAround, normalInterval, type Estimate } from './estimate.js';
import { normalQuantile } from './gaussian.js';
import { studentQuantile } from './student-quantile.js';
import { varianceFreedom, type Spread } from './variance-freedom.js';

/** The outcomes of one of the two arms of an experiment. */
export interface ArmOutcomes extends Spread {
  mean: number;
  /** What outcomes are off the mean, each times its weight, squared and added up; weights are on average 1. */
  squares: number;
}

/** The difference between two arms, and what it is made of. */
export interface ArmDifference {
  /** The mean of the offered less that of the others, or what an adjustment made of it. */
  value: number;
  none: ArmOutcomes;
  offered: ArmOutcomes;
}

/** How much the variance that both arms have in common counts for each, in customers. */
const sharedCustomers = 2;

/**
 * The difference of amounts, with an interval by Student's t for unequal variances (Welch 1947). What an arm's own customers say of its
 * variance is moderated by what both say (Smyth 2004), so that two who are alike claim no certainty; the more so the heavier the tails
 * are, as a small arm in which none of the few great amounts lies knows little of them.
 */
export function amountDifference({ value, none, offered }: ArmDifference, confidence: number): Estimate {
  const common = (none.squares + offered.squares) / Math.max(1, none.count + offered.count - 2);
  const parts = [none, offered].map((arm) => {
    const { count, squares } = arm;
    const own = varianceFreedom(arm);
    const freedom = own + sharedCustomers;
    const alone = squares / Math.max(1, count - 1);
    return { freedom, variance: (own * alone + sharedCustomers * common) / freedom / count };
  });
  const variance = parts[0].variance + parts[1].variance;
  const freedom = variance ** 2 / parts.reduce((sum, part) => sum + part.variance ** 2 / part.freedom, 0);
  const t = variance > 0 ? studentQuantile(confidence, freedom) : 0;
  return normalInterval(value, Math.sqrt(variance), t);
}

/**
 * The difference of shares, of outcomes 0 and 1, with the interval of Agresti and Caffo (2000): as if of one more customer in each arm
 * the outcome had been 1, and of one more 0. It holds the truth as often as it says of a dozen customers too, and where all of an
 * arm are alike.
 */
export function shareDifference({ value, none, offered }: ArmDifference, confidence: number): Estimate {
  const [less, more] = [none, offered].map(({ count, mean, squares }) => {
    const share = (count * mean + 1) / (count + 2);
    const shift = share - mean;
    const spread = squares + count * shift ** 2 + share ** 2 + (1 - share) ** 2;
    return { shift, variance: spread / (count + 2) ** 2 };
  });
  const centre = value + more.shift - less.shift;
  const z = normalQuantile(0.5 + confidence / 2);
  return intervalAround({ value, centre }, Math.sqrt(more.variance + less.variance), z);
}
