import type { Schema } from '@clv/table';

/** What customers are grouped by: the manager's own choice, else what a customer pays and how long they have. */
export function segmentFeatures({ roles }: Schema): string[] {
  if (roles.segment_features?.length) return [...roles.segment_features];
  return [roles.margin ?? roles.price, roles.tenure].filter((name) => name !== undefined);
}
