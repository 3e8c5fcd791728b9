import { fromArrow } from 'arquero';

import type { Scorer } from '../../engine/policy/scorer.js';
import { requiredId } from '../required-id.js';

/** A few customers with their results, as columns. */
export interface ShownCustomers {
  rows: number;
  columns: Record<string, ArrayLike<unknown>>;
}

/** Reads customers of an Arrow stream. Whole numbers of 64 bits are text where they name customers, else the nearest float64. */
export function readShown(scorer: Scorer, bytes: Uint8Array): ShownCustomers {
  const id = requiredId(scorer);
  const table = fromArrow(bytes, { useBigInt: true });
  const columns = table.columnNames().map((name): [string, ArrayLike<unknown>] => {
    const cells = table.array(name) as ArrayLike<unknown>;
    return [name, holdsBigInts(cells) ? smaller(cells, name === id) : cells];
  });
  return { rows: table.numRows(), columns: Object.fromEntries(columns) };
}

const holdsBigInts = (cells: ArrayLike<unknown>) =>
  cells instanceof BigInt64Array ||
  cells instanceof BigUint64Array ||
  (Array.isArray(cells) && cells.some((cell) => typeof cell === 'bigint'));

const smaller = (cells: ArrayLike<unknown>, isId: boolean) =>
  Array.from(cells, (cell) => (cell === null ? null : isId ? String(cell) : Number(cell)));
