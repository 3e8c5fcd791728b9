import { textBytes } from '../text-bytes.js';

/** A record of a CSV file: the byte and the line in which it begins, from 0 and from 1. */
export interface RecordStart {
  byte: number;
  line: number;
}

const [quote, lineFeed, carriageReturn, space] = Buffer.from('"\n\r ');

/**
 * Where the records of a CSV file begin. Lines and records differ where a cell holds a line end.
 *
 * @param blankCounts true where a blank line after the header is a record, as it is in a table of one column.
 */
export async function* recordStarts(
  file: string,
  separator: string,
  blankCounts: boolean,
): AsyncGenerator<RecordStart> {
  const separatorEnd = Buffer.from(separator).at(-1)!;
  let [byte, line] = [0, 1];
  let start: RecordStart | undefined;
  let afterHeader = false;
  let [quoted, cellStart, afterReturn, quoteBefore, spaceBefore] = [false, true, false, false, false];
  for await (const chunk of textBytes(file) as AsyncIterable<Buffer>) {
    for (const code of chunk) {
      const ends = !quoted && (code === lineFeed || code === carriageReturn);
      // The two bytes of CR LF end one line.
      const second = code === lineFeed && afterReturn;
      if (start === undefined && !second && (!ends || (blankCounts && afterHeader))) start = { byte, line };
      if (ends) {
        if (start !== undefined && !second) {
          yield start;
          afterHeader = true;
        }
        start = undefined;
        [cellStart, quoteBefore, spaceBefore] = [true, false, false];
      } else if (code === quote) {
        // A quote opens at the start of a cell or behind one space, closes inside it, and opens again right after it has closed.
        if (quoted) [quoted, quoteBefore] = [false, true];
        else if (cellStart || quoteBefore) [quoted, quoteBefore] = [true, false];
        cellStart = false;
      } else {
        spaceBefore = cellStart && !spaceBefore && code === space && code !== separatorEnd;
        cellStart = !quoted && (code === separatorEnd || spaceBefore);
        quoteBefore = false;
      }
      if ((code === lineFeed && !second) || code === carriageReturn) line++;
      afterReturn = code === carriageReturn;
      byte++;
    }
  }
  if (start !== undefined) yield start;
}
