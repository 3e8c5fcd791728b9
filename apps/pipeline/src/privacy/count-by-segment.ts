/** Customers of whom it is decided who gets what; segment and choice have one entry a customer. */
export interface Counted {
  segmentNames: readonly string[];
  segment: Int32Array;
  decision: { offers: readonly { id: string }[]; choice: Int32Array };
}

/** How many of each segment get each offer. */
export function countBySegment({ segmentNames, segment, decision: { offers, choice } }: Counted): number[][] {
  const width = offers.length;
  const counts = new Int32Array(segmentNames.length * width);
  for (let i = 0; i < choice.length; i++) counts[segment[i] * width + choice[i]]++;
  return segmentNames.map((_, s) => Array.from(counts.subarray(s * width, (s + 1) * width)));
}
