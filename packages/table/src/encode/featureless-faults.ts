import type { Fault } from '@clv/contracts';
import type { FittedTable } from './encode-features.js';

/** Why nothing can be learnt from a table of which no feature has a value: each column that was found, and what is the matter with it. */
export function featurelessFaults({ matrix, encoding }: FittedTable): Fault[] {
  if (!matrix.data.every(Number.isNaN)) return [];
  const left = encoding.leftOut.map(({ column, why }) => `${column} (${why})`);
  const blank = encoding.columns.map(({ column }) => `${column} (every cell is blank)`);
  const found = [...left, ...blank].join(', ') || 'none';
  const message = `no feature has a value to learn from; give columns that describe customers. Columns found: ${found}`;
  return [{ rule: 'no-features', message }];
}
