import { type Schema, defineSchema } from '@clv/table';

import { schemaForScoring } from '../engine/scorer.js';

/** What the columns of a block mean: it holds those that are read, and ids are checked over the whole table. */
export function blockSchema(schema: Schema, columns: readonly string[]): Schema {
  const { roles, decimal } = schemaForScoring(schema, columns);
  const { id: _, ...known } = roles;
  const there = (names: readonly string[] | undefined) => names?.filter((name) => columns.includes(name));
  return defineSchema({ ...known, features: there(known.features) }, { decimal });
}
