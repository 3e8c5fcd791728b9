import type { PackedText } from './packed-text.js';

/** As many characters are no word for a blank. */
const least = 5;

/**
 * Whether each of packed texts comes after the one before, byte by byte, and none is short or begins or ends with white space,
 * as ids that are counted up do: then none is blank, and no two are the same, which is seen without a string of any.
 */
export function doPlainlyRise({ bytes, ends }: PackedText): boolean {
  for (let row = 0, before = 0, start = 0; row < ends.length; before = start, start = ends[row++]) {
    const end = ends[row];
    if (end - start < least || !isVisible(bytes[start]) || !isVisible(bytes[end - 1])) return false;
    let [last, next] = [before, start];
    while (last < start && next < end && bytes[last] === bytes[next]) {
      last++;
      next++;
    }
    if (next === end || (last < start && bytes[last] > bytes[next])) return false;
  }
  return true;
}

const isVisible = (byte: number) => byte > 0x20 && byte < 0x7f;
