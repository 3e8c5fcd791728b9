import type { Columns } from '../block/block.js';
import { soundSource } from '../blockwise/sample/sound-source.js';
import { parseConfig } from '../config/load-config.js';
import { loadCustomers } from '../engine/customers/load/load-customers.js';
import { type SetAside, soundCustomers } from '../engine/customers/sound-customers.js';
import { withSource } from '../input/open-source.js';

/** What was found of an input: the rows set aside and why, and the customers who are gone on with. */
export interface Found extends SetAside {
  ids: string[];
}

/** What is found of an input whose rows are set aside, in blocks of 64 rows and in memory. */
export async function foundBothWays(
  config: object & { input: string },
): Promise<{ inBlocks: Found; inMemory: Found }> {
  const known = parseConfig({ ...config, rejects: 'rejects.csv' });
  const customers = await loadCustomers(known);
  const inMemory = await soundCustomers(customers, known);
  const { sample, ...inBlocks } = await withSource(config.input, (source) =>
    soundSource(source, customers.schema, known, { blockRows: 64 }),
  );
  return { inBlocks: found(inBlocks, sample), inMemory: found(inMemory, inMemory) };
}

const found = ({ rejects, rejected }: SetAside, { columns }: { columns: Columns }): Found => ({
  rejects,
  rejected,
  ids: Array.from(columns.customer, String),
});
