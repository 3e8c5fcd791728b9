import { formatCount } from '@clv/charts';

import type { Columns } from '../../../block/block.js';
import { countAlike } from '../../../block/count-alike-rows.js';

/** Fewer than this share of the rows may be alike by chance. */
const leastShare = 0.01;

/** Where rows are few of a kind, they are alike because little is said of them. */
const leastKinds = 0.5;

/**
 * What is said where rows are the same as another in every cell but the id: folds may part customers who stand there twice,
 * so that a model is judged on those whom it has seen.
 *
 * @param id the column that names a customer, where there is one.
 */
export function twinNotices(columns: Columns, rows: number, id: string | undefined): string[] {
  const others = Object.entries(columns).filter(([name]) => name !== id);
  const { alike, kinds } = countAlike(
    others.map(([, cells]) => cells),
    rows,
  );
  if (alike === 0 || alike < leastShare * rows || kinds < leastKinds * rows) return [];
  const but = id === undefined ? '' : ` apart from ${id}`;
  return [
    `${formatCount(alike)} of ${formatCount(rows)} rows are the same as another${but}: if they are customers who stand there twice, leave out one of each; else models are judged on customers whom they have seen, and held-out figures are too good.`,
  ];
}
