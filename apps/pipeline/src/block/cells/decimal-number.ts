/** The number nearest to a decimal, of which there is a whole number of smallest parts, 10 to the power of -scale each. */
export function decimalNumber(parts: number | bigint, scale: number): number {
  const whole = Number(parts);
  // Where both are exact, so is the rounding of the one division.
  return scale <= 22 && Number.isSafeInteger(whole) ? whole / 10 ** scale : Number(`${parts}e-${scale}`);
}
