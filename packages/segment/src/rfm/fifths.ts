/** The fifth of the distribution that each number is in, 5 the highest; equal numbers share the fifth of their middle. */
export function fifths(numbers: ArrayLike<number>): Int32Array {
  const sorted = Float64Array.from(numbers).sort();
  const scores = new Map<number, number>();
  for (let first = 0; first < sorted.length;) {
    let end = first;
    while (end < sorted.length && sorted[end] === sorted[first]) end++;
    scores.set(sorted[first], 1 + Math.floor((5 * (first + end)) / 2 / sorted.length));
    first = end;
  }
  return Int32Array.from(numbers, (number) => scores.get(number)!);
}
