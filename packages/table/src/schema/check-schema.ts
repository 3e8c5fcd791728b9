import { checkArgument, shapes } from '@clv/contracts';
import type { Schema } from './schema.js';

const { exactly, record } = shapes;
const schemaShape = record({ roles: record({}), decimal: exactly('.', ',') });

/**
 * Passes what can be read as a schema; what its columns are is looked at with the table.
 *
 * @throws InvalidOptionError for any other, by the part that is not.
 */
export function checkSchema(schema: Schema): void {
  checkArgument('schema', schema, schemaShape);
}
