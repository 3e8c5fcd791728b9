/** On what terms customers are expected to stay so long. */
export interface StayTerms {
  windowMonths: number;
  horizonMonths: number;
  annualDiscountRate: number;
}

/** A step that changes no digit. */
const still = 1e-15;
const mostSteps = 60;

/**
 * The probability of leaving within the window whose constant hazard comes to so many discounted months; that which is known
 * where no month lies beyond the window.
 */
export function constantHazardOf(
  months: Float64Array,
  { pChurn, windowMonths, horizonMonths, annualDiscountRate }: StayTerms & { pChurn: Float64Array },
): Float64Array {
  const uncertain = horizonMonths - windowMonths;
  if (uncertain <= 0) return pChurn;
  const discount = (1 + annualDiscountRate) ** (-1 / 12);
  let certain = 0;
  for (let t = 1; t <= windowMonths; t++) certain += discount ** t;
  return months.map((total, i) => {
    const sum = (total - certain) / discount ** windowMonths;
    const known = (1 - pChurn[i]) ** (1 / windowMonths);
    const stay = rootOf(sum, uncertain, known * discount, discount) / discount;
    return -Math.expm1(windowMonths * Math.log(stay));
  });
}

/**
 * The `x` in [0, most] whose powers from the first to the last add up to a sum. They rise ever steeper, so Newton's steps fall
 * to it from above after the first.
 */
function rootOf(sum: number, last: number, guess: number, most: number): number {
  let x = guess;
  for (let step = 0; step < mostSteps; step++) {
    let [powers, slope] = [0, 0];
    for (let k = 0; k < last; k++) {
      slope = slope * x + powers + 1;
      powers = (powers + 1) * x;
    }
    const next = Math.min(most, Math.max(0, x - (powers - sum) / slope));
    if (Math.abs(next - x) <= still) return next;
    x = next;
  }
  return x;
}
