import { binCount } from './return-bins.js';

/** What customers hold once every upgrade above the critical bin is bought, and none other. */
export interface Holding {
  critical: number;
  /** The number of the offer for each customer. */
  choice: Int32Array;
}

/** @param spent a holding that nobody needs any more, whose numbers are written over. */
export function holdNothing(customers: number, spent?: Holding): Holding {
  const fits = spent?.choice.length === customers;
  return { critical: binCount, choice: fits ? spent.choice.fill(0) : new Int32Array(customers) };
}
