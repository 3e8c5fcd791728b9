import { checkOptionNames, InvalidInputError } from '@clv/contracts';
import type { DecimalMark } from '../cells/parse-number.js';
import { quote } from '../cells/quote.js';
import { checkRoles } from './check-roles.js';
import { findContradictions } from './find-contradictions.js';
import type { GivenRoles, Roles } from './roles.js';
import type { Schema } from './schema.js';

/** How the text of a table is read. */
export interface SchemaOptions {
  /** The mark before the decimals of numbers written as text (default '.'); with ',' the text "1.299,50" is 1299.5. */
  decimal?: DecimalMark;
}

/**
 * A schema from roles.
 *
 * @throws InvalidInputError with every fault at once: unknown roles, roles of a wrong type, a column in two roles that
 *   cannot share it, `margin` beside `margin_rate`, a `margin_rate` outside (0, 1] or without a price, a snapshot that is
 *   no ISO date; InvalidOptionError for an unknown option.
 */
export function defineSchema(roles: GivenRoles, options: SchemaOptions = {}): Schema {
  checkOptionNames(options, { decimal: true });
  const { decimal = '.' } = options;
  const faults = checkRoles(roles);
  if (faults.length === 0) faults.push(...findContradictions(roles));
  if (decimal !== '.' && decimal !== ',') {
    const message = `decimal must be '.' or ',': ${quote(decimal)}`;
    faults.push({ rule: 'invalid-option', message, path: 'decimal' });
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { format: 'clv-schema', version: 1, roles: structuredClone(roles) as Roles, decimal };
}
