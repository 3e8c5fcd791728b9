/**
 * How far the mean of each of k segments lies from everyone's, in standard deviations of everyone's (Cohen 1988); 0 where a
 * segment has no numbers or all numbers are equal. NaN is left out.
 */
export function effectBySegment(numbers: ArrayLike<number>, segment: Int32Array, k: number): number[] {
  const origin = firstNumber(numbers);
  const sums = new Float64Array(k);
  const counts = new Int32Array(k);
  let [total, known] = [0, 0];
  for (let i = 0; i < segment.length; i++) {
    const number = numbers[i] - origin;
    if (Number.isNaN(number)) continue;
    sums[segment[i]] += number;
    counts[segment[i]]++;
    total += number;
    known++;
  }
  const everyone = total / known;
  let squares = 0;
  for (let i = 0; i < segment.length; i++) {
    const number = numbers[i] - origin;
    if (!Number.isNaN(number)) squares += (number - everyone) ** 2;
  }
  const deviation = Math.sqrt(squares / known);
  return Array.from(sums, (sum, s) =>
    counts[s] > 0 && deviation > 0 ? (sum / counts[s] - everyone) / deviation : 0,
  );
}

/** Counted from one of the numbers, equal numbers have a mean without an error of rounding. */
function firstNumber(numbers: ArrayLike<number>): number {
  for (let i = 0; i < numbers.length; i++) if (!Number.isNaN(numbers[i])) return numbers[i];
  return 0;
}
