import { type Schema, defineSchema } from '@clv/table';

import { schemaForScoring } from '../../engine/policy/scorer.js';

/** A schema for blocks: whether ids are unique is a question to the whole table. */
export function withoutId({ roles: { id: _, ...roles }, decimal }: Schema): Schema {
  return defineSchema(roles, { decimal });
}

/** What the columns that are read of a table mean; what is excluded of it and not read is no fault. */
export function schemaOfRead(
  { roles, decimal }: Schema,
  read: readonly string[],
  all: readonly { name: string }[],
): Schema {
  const exclude = roles.exclude?.filter(
    (column) => read.includes(column) || !all.some(({ name }) => name === column),
  );
  return defineSchema({ ...roles, exclude }, { decimal });
}

/** What the columns of a block to be scored mean: it holds those that are read. */
export function blockSchema(schema: Schema, columns: readonly string[]): Schema {
  const { roles, decimal } = withoutId(schemaForScoring(schema, columns));
  const features = roles.features?.filter((name) => columns.includes(name));
  return defineSchema({ ...roles, features }, { decimal });
}
