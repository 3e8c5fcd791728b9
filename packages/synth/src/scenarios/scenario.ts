import type { Roles } from '@clv/table';
import type { CodedNames } from '../drawing/coded-names.js';
import type { CustomerIds } from '../drawing/customer-ids.js';
import type { Draw } from '../drawing/draw.js';

/** A column: numbers (NaN is missing) or names. */
export type Column = Float64Array | Int32Array | Uint8Array | string[];

/** Columns by name, each as long as there are customers. */
export type Columns = Record<string, Column>;

/** A column while it is being filled. */
export type DrawnColumn = Column | CodedNames | CustomerIds;

/** Such columns by name. */
export type DrawnColumns = Record<string, DrawnColumn>;

/** What a scenario knows of the customer whose row it has just written. */
export interface Customer {
  /** Which of `segments` the customer truly belongs to, where that is known. */
  segment?: number;
  /** The probability of leaving within the window if nobody does anything. */
  leaving: number;
  /** How much of an offer's stated lift this customer feels: the `price_sensitivity` in the table. */
  sensitivity: number;
  /** What multiplies the stated effect; about 1 on average. A discount does not mend bad service. */
  receptiveness: number;
  /** The share of stayers whom being contacted at all drives away; above 0 in sleeping dogs only. */
  harm: number;
}

/** The roles that every scenario's table fills. */
export type ScenarioRoles = Required<
  Pick<
    Roles,
    | 'id'
    | 'label'
    | 'price'
    | 'margin'
    | 'tenure'
    | 'sensitivity'
    | 'segment_features'
    | 'features'
    | 'exclude'
  >
>;

/** A kind of business: which columns its customers have, and how their fate follows from them. */
export interface Scenario<C extends DrawnColumns = DrawnColumns> {
  name: string;
  roles: Roles;
  /** How the label is written for those who stay, and those who leave. */
  labels: readonly [stayed: string | number, left: string | number];
  /** Columns of this many rows, in the table's order, with those of id and label. */
  allocate(rows: number): C;
  /** Writes one customer into the columns but those of id and label. */
  write(columns: C, row: number, draw: Draw): Customer;
}

/** A scenario that comes with the package. */
export interface NamedScenario<C extends DrawnColumns = DrawnColumns> extends Scenario<C> {
  roles: ScenarioRoles;
}

/** The true classes, in the order of `Customer.segment`. */
export const segments = ['VIPs', 'Steady Users', 'At-Risk High-Value', 'Low-Value Transients'] as const;

/** Every column but id and label. */
export const featuresOf = (allocate: (rows: number) => DrawnColumns): string[] =>
  Object.keys(allocate(0)).filter((name) => name !== 'customer_id' && name !== 'churned');
