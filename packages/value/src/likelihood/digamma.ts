/** Beyond this argument the series below is exact to double precision. */
const asymptoticFrom = 10;

/** The derivative of ln Γ(x), for x > 0: the recurrence up to 10, then the series of Abramowitz and Stegun 6.3.18. */
export function digamma(x: number): number {
  let sum = 0;
  while (x < asymptoticFrom) sum += 1 / x++;
  const u = 1 / (x * x);
  const series =
    u * (1 / 12 - u * (1 / 120 - u * (1 / 252 - u * (1 / 240 - u * (1 / 132 - (u * 691) / 32760)))));
  return Math.log(x) - 0.5 / x - series - sum;
}
