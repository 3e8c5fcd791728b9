/** Which column plays which part. Names are the same in `clv.config.json`. */
export interface Roles {
  /** One customer a row: unique, never blank. */
  id?: string;
  /** Whether the customer left: yes/no, true/false, t/f, y/n, 1/0 or churned/active and the like, in English, German, French, Spanish or Portuguese; blank for a current customer. */
  label?: string;
  /** The recurring monthly charge, in the currency's units. */
  price?: string;
  /** The monthly margin, in the currency's units. */
  margin?: string;
  /** The margin as a share of the price, in (0, 1]; instead of `margin`. */
  margin_rate?: number;
  /** How long the customer has been one, in months. */
  tenure?: string;
  /** How far an offer moves this customer, in [0, 1]. */
  sensitivity?: string;
  /** The day the table was taken, as an ISO date; dates count as months before it. */
  snapshot?: string;
  /** Where the table gathers several snapshots: the day on which each row was taken. Later rows judge earlier ones. */
  snapshot_date?: string;
  /** What customers are grouped by. */
  segment_features?: string[];
  /** What churn is learned from; by default every column that plays no part which gives the label away. */
  features?: string[];
  /** Left out of the features. */
  exclude?: string[];
  /** Of a past experiment: which offer the customer got. */
  offer?: string;
  /** Of a past experiment: the chance with which that offer was given, in [0, 1]. */
  propensity?: string;
  /** Of a past experiment: what came of it, a number or yes/no. */
  outcome?: string;
}

/** The roles that one column plays, in the order in which they are reported. */
export const columnRoles = [
  'id',
  'label',
  'price',
  'margin',
  'tenure',
  'sensitivity',
  'offer',
  'propensity',
  'outcome',
  'snapshot_date',
] as const;

/** The roles that several columns share. */
export const listRoles = ['segment_features', 'features', 'exclude'] as const;

/** Roles that are only to be read, as those of `as const` are. */
export type GivenRoles = Readonly<Omit<Roles, (typeof listRoles)[number]>> & {
  readonly [Role in (typeof listRoles)[number]]?: readonly string[];
};

/** A column in one of these would give the label away, name the customer, or say when: it is never a feature. */
export const neverFeatures = ['id', 'label', 'offer', 'propensity', 'outcome', 'snapshot_date'] as const;

/** A role that one column plays. */
export type ColumnRole = (typeof columnRoles)[number];

/** The part that one column plays by itself. */
export function roleOf(column: string, roles: Roles): ColumnRole | undefined {
  return columnRoles.find((role) => roles[role] === column);
}
