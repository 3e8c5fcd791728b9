import {
  checkArgument,
  checkOptionNames,
  checkSeed,
  checkWhole,
  InvalidInputError,
  InvalidOptionError,
  randomSource,
  shapes,
} from '@clv/contracts';
import { labels } from '../argument-shapes.js';
import { checkFraction } from '../check-fraction.js';
import { wrongLength } from '../wrong-length.js';

/** How large the control group is, and how it is drawn. */
export interface HoldoutOptions {
  /** The share that gets no offer, in (0, 1) (default .1). */
  share?: number;
  /** Labels within each of which the same share is held out, such as segments (default: all together). */
  stratifyBy?: ArrayLike<string | number>;
  /** Default 42. */
  seed?: number;
}

/** A random control group for a policy. */
export interface Holdout {
  /** 1 for each customer who is held out. */
  holdout: Uint8Array;
  /** The probability of the group (held out or not) that each customer is in: the next experiment's propensity. */
  propensity: Float64Array;
  strata: { stratum: string | number; customers: number; heldOut: number }[];
}

/** As many as an array of a browser holds. */
const mostCustomers = 2 ** 31 - 1;

/**
 * Draws a control group: in each stratum the share of its customers, rounded up or down at random so that everyone's
 * chance is exactly the share.
 *
 * @throws {InvalidOptionError} for a share outside (0, 1), a number of customers that is not a count, or an option
 *   that there is not; {InvalidInputError} for labels of another length.
 */
export function assignHoldout(customers: number, options: HoldoutOptions = {}): Holdout {
  checkOptionNames(options, { share: true, stratifyBy: true, seed: true });
  checkWhole('customers', customers, 0, mostCustomers);
  const { share = 0.1, stratifyBy, seed = 42 } = options;
  checkSeed(seed);
  checkFraction('share', share);
  if (stratifyBy !== undefined) checkArgument('stratifyBy', stratifyBy, labels);
  if (stratifyBy && stratifyBy.length !== customers)
    throw new InvalidInputError([wrongLength('path', 'stratifyBy', stratifyBy.length, customers)]);
  const members = new Map<string | number, number[]>();
  for (let i = 0; i < customers; i++) {
    const stratum = stratifyBy ? stratifyBy[i] : 'all';
    if (!members.has(stratum)) members.set(stratum, []);
    members.get(stratum)!.push(i);
  }
  const next = randomSource(seed);
  const holdout = new Uint8Array(customers);
  const strata = [...members].map(([stratum, rows]) => {
    const heldOut = Math.floor(rows.length * share + next());
    for (let k = 0; k < heldOut; k++) {
      const drawn = k + Math.floor(next() * (rows.length - k));
      [rows[k], rows[drawn]] = [rows[drawn], rows[k]];
      holdout[rows[k]] = 1;
    }
    return { stratum, customers: rows.length, heldOut };
  });
  const propensity = Float64Array.from(holdout, (held) => (held ? share : 1 - share));
  return { holdout, propensity, strata };
}

const groupShape = shapes.record({ holdout: shapes.numbers });

/** The policy with those who are held out given none. */
export function holdBack(choice: Int32Array, group: Pick<Holdout, 'holdout'>): Int32Array {
  checkArgument('choice', choice, shapes.numbers);
  checkArgument('group', group, groupShape);
  const { holdout } = group;
  const row = choice.findIndex((a) => !Number.isInteger(a));
  if (row >= 0)
    throw new InvalidOptionError(
      'choice',
      `row ${row + 1}: choice must be an offer's number: ${String(choice[row])}`,
    );
  return choice.map((a, i) => (holdout[i] ? 0 : a));
}
