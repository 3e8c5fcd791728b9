import { InvalidInputError } from '@clv/contracts';
import { type Schema, defineSchema, inferSchema } from '@clv/table';

import type { Config } from '../../config/config.js';
import { readBlocks } from '../../duckdb/read-blocks.js';
import { guessNotices } from '../../engine/customers/notices/guess-notices.js';
import type { TableSource } from '../../input/table-source.js';

/** What a source's columns mean, as the config says or as the first rows let guess. */
export async function schemaOf(
  source: TableSource,
  { roles, decimal }: Config,
): Promise<{ schema: Schema; notices: string[] }> {
  const { notices = [] } = source;
  if (roles !== undefined) return { schema: defineSchema(roles, { decimal }), notices: [...notices] };
  const all = source.columns.map((column) => ({ ...column, read: 'as-is' as const }));
  for await (const { columns } of readBlocks(source.connection, source.relation, all)) {
    const { schema, reasons } = inferSchema(columns);
    return { schema, notices: [...notices, ...guessNotices(columns, schema, reasons)] };
  }
  throw new InvalidInputError([{ rule: 'empty-table', message: `${source.name} has no rows` }]);
}
