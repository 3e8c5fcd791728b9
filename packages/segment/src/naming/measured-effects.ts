import { InvalidInputError, type Fault } from '@clv/contracts';
import { effectBySegment } from '../profiling/effect-by-segment.js';

/**
 * How far the mean of a measure in each segment lies from that of all, in standard deviations; blank rows (NaN) are left out.
 *
 * @throws InvalidInputError where a segment has no rows to take the mean of, or a number is infinite.
 */
export function measuredEffects(
  measure: string,
  numbers: ArrayLike<number>,
  segment: Int32Array,
  k: number,
): number[] {
  if (numbers.length !== segment.length) {
    const message = `${measure} has ${numbers.length} rows where the table has ${segment.length}`;
    throw new InvalidInputError([{ rule: 'ragged-column', message, column: measure }]);
  }
  const counts = new Int32Array(k);
  const faults: Fault[] = [];
  for (let i = 0; i < segment.length; i++) {
    const value = numbers[i];
    if (Number.isNaN(value)) continue;
    if (!Number.isFinite(value)) faults.push(notFinite(measure, i, value));
    counts[segment[i]]++;
  }
  for (const [s, count] of counts.entries()) {
    const message = `segment ${s} has no rows with a ${measure}: it cannot be named`;
    if (count === 0) faults.push({ rule: 'empty-segment', message, column: measure });
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
  return effectBySegment(numbers, segment, k);
}

function notFinite(column: string, index: number, value: number): Fault {
  const row = index + 1;
  return { rule: 'not-finite', message: `row ${row}, ${column}: ${value} is not finite`, column, row, value };
}
