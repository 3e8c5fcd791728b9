import { rowCount } from '@clv/table';

import type { Columns } from '../../block/block.js';
import { prepareAppraisal } from './appraise.js';
import { chooseAtPrice } from './choose-at-price.js';
import { decided } from './decided.js';
import type { DecidedCustomers } from './prescribed-customers.js';
import { type Scorer, schemaForScoring } from './scorer.js';

/**
 * Decides for customers whom the models have not seen.
 *
 * @param name what to call the table in messages.
 * @throws InvalidInputError with every fault of the table.
 */
export async function scoreCustomers(
  scorer: Scorer,
  name: string,
  columns: Columns,
): Promise<DecidedCustomers & { pStay: Float64Array }> {
  const schema = schemaForScoring(scorer.schema, Object.keys(columns));
  const appraise = await prepareAppraisal(scorer);
  const appraisal = await appraise(name, columns, schema);
  const rows = rowCount(columns);
  const { id } = schema.roles;
  const cells = id === undefined ? Int32Array.from({ length: rows }, (_, i) => i + 1) : columns[id];
  const choice = chooseAtPrice(appraisal.choices, scorer.shadow_price);
  return {
    rows,
    columns,
    id: { column: id, cells },
    ...decided(scorer, appraisal, choice),
    pStay: appraisal.values.pStay,
  };
}
