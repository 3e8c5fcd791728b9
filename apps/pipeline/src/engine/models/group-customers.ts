import { type FitSegmentsOptions, type SegmentModel, fitSegments, segmentNumbers } from '@clv/segment';

import type { Columns } from '../../block/block.js';

/** Groups of customers, without names yet. */
export interface GroupedCustomers {
  model: SegmentModel;
  /** The number of each customer's group. */
  segment: Int32Array;
}

export function groupCustomers(columns: Columns, options: FitSegmentsOptions): GroupedCustomers {
  const model = fitSegments(columns, options);
  return { model, segment: segmentNumbers(model, columns) };
}
