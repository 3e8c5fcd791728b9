// Counting skips rows, so no hardware can tell what it will read next. Therefore each two rows counted also read a cache line of
// the tile that is counted next, in order: the hardware fetches ahead of such a reader while the counting goes on.
import { blockLength, blockStart, codeBytes, gradients, rows, tileBins, tileWidth, treeColumns } from './job';

export const LINE: usize = 64;
const CACHED_BYTES: u64 = 2 << 20;

export let ahead: usize = 0;
export let aheadEnd: usize = 0;
export let sumOfRead: i64 = 0; // kept, so that no compiler leaves the reading out

// Not where codes and gradients stay in the second-level cache from one level to the next.
export function worthReadingAhead(): bool {
  return <u64>rows * (<u64>treeColumns * codeBytes + 8) > CACHED_BYTES;
}

// Turns to a tile of a block, to be read by and by.
export function readAhead(block: i32, tile: i32): void {
  const row = blockStart(block);
  ahead = tileBins(tile, row);
  aheadEnd = ahead + <usize>(blockLength(block) * tileWidth(tile)) * codeBytes;
}

// How far a counting got.
// @ts-ignore: decorator
@inline
export function leaveAhead(next: usize, sum: i64): void {
  ahead = next;
  sumOfRead = sum;
}

// Reads at once what counting has left.
export function readRest(): void {
  readLines(ahead, aheadEnd);
  ahead = aheadEnd;
}

export function readTile(block: i32, tile: i32): void {
  readAhead(block, tile);
  readRest();
}

export function readGradients(block: i32): void {
  const from = gradients + (<usize>blockStart(block) << 3);
  readLines(from, from + (<usize>blockLength(block) << 3));
}

// Exported from the module for V8's sake: see `countByteCodes`.
export function readLines(from: usize, to: usize): void {
  let sum = sumOfRead;
  for (let at = from; at < to; at += LINE) sum += load<i64>(at);
  sumOfRead = sum;
}
