import type { DecimalMark } from '../cells/parse-number.js';
import type { Roles } from './roles.js';

/** What a table's columns mean: plain data, to be kept with the models that were fitted by it. */
export interface Schema {
  format: 'clv-schema';
  version: 1;
  roles: Roles;
  /** The mark before the decimals of numbers that are written as text. */
  decimal: DecimalMark;
}
