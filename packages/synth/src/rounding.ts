/** Money to the cent. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100;

export const decimals = (value: number, digits: number): number => {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
};

export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;
