/** The most digits that a number of single precision needs. */
const most = 9;

/** The number whose digits are those of a number of single precision: 0.1, not the 0.10000000149011612 that it is. */
export function ownDigits(single: number): number {
  if (Number.isInteger(single) && Math.abs(single) < 1e15) return single;
  for (let digits = 1; digits < most; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return Number(single.toPrecision(most));
}
