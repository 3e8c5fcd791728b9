import type { Choices } from '../budget/choices.js';

/**
 * One linear limit: what customers of each class spend, how many of them are contacted, and by which offers, times
 * these coefficients, sums to at most `limit`. Rows are scaled so that a contact counts about 1.
 */
export interface Limit {
  /** As errors and reports call it: `budget`, `capacity`, `minSpend of VIPs`. */
  name: string;
  /** By class. */
  money: Float64Array;
  contacts: Float64Array;
  /** By offer. */
  offers: Float64Array;
  limit: number;
  /** It holds when it is exceeded by no more than this: the noise of summing, and of money less than a cent. */
  leeway: number;
  /** The limit and its use in the caller's units are these times the scaled ones. */
  unit: number;
}

/** All limits of a problem. A class is a segment and a fairness group that customers share. */
export interface Limits {
  rows: Limit[];
  classOf: Int32Array;
  classes: number;
}

/** How far a choice uses each limit. */
export class Usage {
  readonly used: Float64Array;

  constructor(
    private readonly choices: Choices,
    private readonly limits: Limits,
  ) {
    this.used = new Float64Array(limits.rows.length);
  }

  /** What giving customer i an offer adds to the use of limit number k. */
  weight(k: number, i: number, offer: number): number {
    if (offer === 0) return 0;
    const { money, contacts, offers } = this.limits.rows[k];
    const klass = this.limits.classOf[i];
    return (
      money[klass] * this.choices.cost[i * this.choices.offers + offer] + contacts[klass] + offers[offer]
    );
  }

  move(i: number, from: number, to: number): void {
    for (let k = 0; k < this.used.length; k++)
      this.used[k] += this.weight(k, i, to) - this.weight(k, i, from);
  }

  /** By how much the limit is broken; at most 0 where it holds. */
  excess(k: number): number {
    const { limit, leeway } = this.limits.rows[k];
    return this.used[k] - limit - leeway;
  }
}

/** The noise of summing what counts about 1. */
export const tolerance = 1e-9;
