import type { BudgetEdge, EdgeSettlement } from '@clv/prescribe';

/** `settlement.json`: how one budget is spent over all partitions, short enough to be sent to each of them. */
export interface SparkSettlement extends Omit<EdgeSettlement, 'exceptions'> {
  edge: BudgetEdge;
  /** What those near the edge get, by their id: the number of the offer. */
  exceptions: [id: string, offer: number][];
}
