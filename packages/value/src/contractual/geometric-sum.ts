/**
 * The sum of q^1 to q^n for q of at least 0, by doubling: sum(2k) = sum(k) (1 + q^k). Nothing is subtracted, so that a
 * ratio next to 1, where the usual quotient cancels, costs no accuracy.
 */
export function geometricSum(q: number, n: number): number {
  let sum = 0;
  let power = 1;
  let bit = 1;
  while (2 * bit <= n) bit *= 2;
  for (let rest = n; bit >= 1; bit /= 2) {
    sum += sum * power;
    power *= power;
    if (rest < bit) continue;
    rest -= bit;
    sum = q * (1 + sum);
    power *= q;
  }
  return sum;
}
