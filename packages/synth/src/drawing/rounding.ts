/** Money to the cent. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** Rounds to a fraction of one: 1000 for three decimals; never -0, which a file would show. */
export const rounded = (value: number, parts: number): number => Math.round(value * parts) / parts + 0;

export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;
