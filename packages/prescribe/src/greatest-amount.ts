/** The greatest amount of money, or number of months, that is accepted: products and sums of such numbers stay finite. */
export const greatestAmount = 1e50;

/** Whether a number is one, but greater than any that is taken. */
export const isTooGreat = (value: number): boolean =>
  Number.isFinite(value) && Math.abs(value) > greatestAmount;

export const tooGreat = `at most ${greatestAmount} in size`;
