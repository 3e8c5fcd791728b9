/** How many customers can be contacted. */
export interface Capacity {
  /** By all offers together. */
  total?: number;
  /** By each offer, by its number; undefined is no limit, as is that of none, number 0. */
  offers?: readonly (number | undefined)[];
}

/** What may be done in one segment. Spends are in money, shares are of the segment's customers. */
export interface SegmentLimits {
  minSpend?: number;
  maxSpend?: number;
  minShare?: number;
  maxShare?: number;
}

/** What a policy must keep to besides the budget. */
export interface Constraints {
  capacity?: Capacity;
  /** The segment of each customer, and the limits of each segment that has any. */
  perSegment?: { segment: ArrayLike<string | number>; limits: Readonly<Record<string, SegmentLimits>> };
  /** The least selection rate of the groups is at least `ratio` times the greatest (.8: the four-fifths rule). */
  fairness?: { group: ArrayLike<string | number>; ratio: number };
}

export function hasConstraints({ capacity, perSegment, fairness }: Constraints): boolean {
  return capacity !== undefined || perSegment !== undefined || fairness !== undefined;
}

/** The least, or greatest, number of customers that is at least, or at most, this share of all. */
export const leastCount = (share: number, size: number): number => Math.ceil(share * size - noiseOf(size));
export const mostCount = (share: number, size: number): number => Math.floor(share * size + noiseOf(size));

/** A share such as 3 / 7 of 7 is 3, whatever the product is rounded to. */
const noiseOf = (size: number) => 1e-9 + 1e-15 * size;
