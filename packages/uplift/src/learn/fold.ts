import { randomSource } from '@clv/contracts';

/** What each row's fold is, and how many there are. */
export interface Folds {
  fold: Int32Array;
  count: number;
}

/** A fold for each row, 0 to `folds` - 1: each arm is dealt out evenly, in an order from the seed. */
export function dealFolds(arm: Int32Array, folds: number, seed: number): Int32Array {
  const next = randomSource(seed);
  const order = Int32Array.from(arm, (_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const dealt = new Map<number, number>();
  const fold = new Int32Array(arm.length);
  for (const i of order) {
    const turn = dealt.get(arm[i]) ?? 0;
    fold[i] = turn % folds;
    dealt.set(arm[i], turn + 1);
  }
  return fold;
}

/** The rows for which `keep` holds. */
export function rowsWhere(rows: number, keep: (row: number) => boolean): Int32Array {
  const kept = new Int32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i++) if (keep(i)) kept[count++] = i;
  return kept.slice(0, count);
}
