import type { Roles } from '@clv/table';
import type { RowMarks } from './avoid-rows.js';
import type { ColumnKind } from './cells.js';
import type { ChurnFormula } from './churn-formula.js';
import type { Copula } from './copula.js';

/** What was learned of a table so that others like it can be drawn: plain data, without a row of the original. */
export interface SynthesizerModel {
  format: 'clv-synthesizer';
  version: 1;
  roles: Roles;
  /** The columns of the tables to be drawn, in order; among them id and label. */
  order: string[];
  /** Columns of the original that name customers or say nothing: free text, identifiers, constants. */
  leftOut: { column: string; why: string }[];
  kinds: ColumnKind[];
  strata: Stratum[];
  /** What keeps the original's rows from being drawn again. */
  originals: RowMarks;
  churn: ChurnFormula;
  /** How the label is written for those who stay, and those who leave. */
  labels: [stayed: string | number, left: string | number];
}

/** A group of rows of the same structure. */
export interface Stratum extends Copula {
  /** Of all rows. */
  share: number;
}
