import { checkArgument } from '@clv/contracts';
import { edgeShape } from '../../argument-shapes.js';
import { binCount, type ReturnBins } from '../returns/return-bins.js';
import { type BudgetEdge, budgetEdge, edgeAt } from './budget-edge.js';

/** An eighth of a doubling: by fifty thousand customers drawn by lot, an edge lies within a tenth of that of the one of all. */
const margin = 32;

/**
 * An edge so wide that whoever is near that of all customers is likely to be near this one, by what some of them tell: where
 * it `covers` the edge of all, everyone else can be decided before that is known.
 *
 * @param bins of some customers.
 * @param budget what their share of the money is (default: unlimited).
 */
export function wideEdge(bins: ReturnBins, budget?: number): BudgetEdge {
  const { critical } = budgetEdge(bins, budget);
  const { last } = edgeAt(bins, Math.max(critical - margin, -1));
  return { critical: Math.min(critical + margin, binCount - 1), last };
}

/**
 * An edge with the bin above it: where sums in bins hid by their rounding that the money ends before, it is one higher.
 */
export function withBinAbove(edge: BudgetEdge): BudgetEdge {
  checkArgument('edge', edge, edgeShape);
  return { ...edge, critical: Math.min(edge.critical + 1, binCount - 1) };
}

/** Whether all who are near an edge are near a wide one too, so that everyone else gets the same from both. */
export function covers(wide: BudgetEdge, edge: BudgetEdge): boolean {
  checkArgument('wide', wide, edgeShape);
  checkArgument('edge', edge, edgeShape);
  return edge.critical <= wide.critical && Math.max(edge.last, 0) >= wide.last;
}
