import { binCount } from '../returns/return-bins.js';

/** What customers hold once every upgrade above the critical bin is bought, and none other. */
export interface Holding {
  critical: number;
  /** The number of the offer for each customer. */
  choice: Int32Array;
}

export const holdNothing = (customers: number): Holding => ({
  critical: binCount,
  choice: new Int32Array(customers),
});
