import { type Schema, readNumbers } from '@clv/table';
import type { Columns } from '../../block/block.js';

/** What customers are grouped by: the manager's own choice, else what a customer pays and how long they have. */
export function segmentFeatures({ roles }: Schema): string[] {
  if (roles.segment_features?.length) return [...roles.segment_features];
  return [roles.margin ?? roles.price, roles.tenure].filter((name) => name !== undefined);
}

/** The columns that customers are grouped by as numbers: the groups know of no decimal comma. */
export const segmentColumns = (
  columns: Columns,
  features: readonly string[],
  { decimal }: Schema,
): Columns =>
  decimal === '.'
    ? columns
    : Object.fromEntries(features.map((name) => [name, readNumbers(columns, name, { decimal })]));
