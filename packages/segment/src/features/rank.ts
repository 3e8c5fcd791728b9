/** The share of the distribution below a value, in [0, 1], from the values at equally spaced ranks; ties share one. */
export function rankOf(value: number, knots: readonly number[]): number {
  const lowest = firstNotBelow(knots, value);
  if (lowest === knots.length) return 1;
  if (knots[lowest] > value) {
    if (lowest === 0) return 0;
    const [below, above] = [knots[lowest - 1], knots[lowest]];
    return (lowest - 1 + (value - below) / (above - below)) / (knots.length - 1);
  }
  let highest = lowest;
  while (highest + 1 < knots.length && knots[highest + 1] === value) highest++;
  return (lowest + highest) / 2 / (knots.length - 1);
}

function firstNotBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
