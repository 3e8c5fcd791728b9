/** A past campaign in which customers got one offer each, or none. */
export interface ExperimentOptions {
  /**
   * `random` (default): by lot. `confounded`: price-sensitive newcomers got the strong offers, so that treated and
   * untreated customers differ in what they are; every offer stays possible for everyone.
   */
  assignment?: 'random' | 'confounded';
  /** The share of customers that each offer goes to, by its id; all above 0, in sum 1 (default: equal shares). */
  propensities?: Readonly<Record<string, number>>;
}
