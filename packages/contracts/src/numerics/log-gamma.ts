/** Beyond this argument Stirling's series below is exact to double precision. */
const asymptoticFrom = 10;

/** ln Γ(x) for x > 0, to about 1e-14: the recurrence up to 10, then Stirling's series (Abramowitz and Stegun 6.1.41). */
export function logGamma(x: number): number {
  let product = 1;
  while (x < asymptoticFrom) product *= x++;
  const u = 1 / (x * x);
  const series =
    1 / 12 + u * (-1 / 360 + u * (1 / 1260 + u * (-1 / 1680 + u * (1 / 1188 - (u * 691) / 360360))));
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series / x - Math.log(product);
}
