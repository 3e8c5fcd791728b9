/** A count as it stands in a sentence: `12,000`. */
export const thousands = (count: number): string => count.toLocaleString('en-US');
