// Grows one tree, level by level. All threads run this together: each level is one pass over the blocks (rows follow the
// level above, then are counted into histograms), a barrier, the search for splits, and a barrier whose last thread decides.
import { dealBlock } from './deal';
import { decideLevel } from './decide';
import { gradientBlock, gradientScale, hessianScale } from './gradient';
import { addHistogram, histogramOfNode, subtractHistogram } from './histogram';
import {
  BIN_BYTES, blockLength, blockStart, blocks, featureBytes, nodeBytes, pairSlots, privateHistograms,
  scaleG, scaleH, setScales, threads, tiles, treeColumns, treeFeatures, wideCodes,
} from './job';
import { applyPlans } from './partition';
import { readAhead, readGradients, readRest, readTile, worthReadingAhead } from './read-ahead';
import { searchFeature } from './search';
import { Range, bestSplitAt, candidateAt, histogramAt, rangeAt, state } from './state';
import { arriveLast, claim, meet, members, release, thread } from './threads';

const FEATURES_PER_CLAIM = 4;

export function growTree(): void {
  setScales(state.scaleG, state.scaleH);
  while (state.candidates > 0) growLevel();
  meet(); // none may plant the next tree before all have seen this one end
}

// The level's nodes are worked on in batches that memory has room for. Where the histograms of the level above are all
// there, only the lighter child of each pair is counted and its sibling is the difference.
export function growLevel(): void {
  const count = state.candidates;
  const depth = state.depth;
  const subtracting = depth > 0 && state.parentsKept != 0 && count <= 2 * pairSlots;
  const batch = subtracting ? count : pairSlots;
  for (let first = 0; first < count; first += batch) {
    const last = min(first + batch, count);
    countBlocks(depth, first, last, subtracting);
    if (arriveLast()) {
      if (depth == 0) sumRoot();
      release();
    }
    searchBatch(depth, first, last, subtracting);
    if (arriveLast()) {
      if (last == count) {
        state.parentsKept = first == 0 ? 1 : 0;
        decideLevel(depth, count);
      }
      release();
    }
  }
}

// The k-th node of a batch whose rows are counted.
// @ts-ignore: decorator
@inline
function countedNode(depth: i32, first: i32, k: i32, subtracting: bool): i32 {
  if (!subtracting) return first + k;
  const left = candidateAt(depth, 2 * k), right = candidateAt(depth, 2 * k + 1);
  return 2 * k + i32(left.h > right.h);
}

// @ts-ignore: decorator
@inline
function countedNodes(first: i32, last: i32, subtracting: bool): i32 {
  return subtracting ? (last - first) >> 1 : last - first;
}

// @ts-ignore: decorator
@inline
function privateHistogram(member: i32, k: i32): usize {
  return privateHistograms + <usize>(member * pairSlots + k) * nodeBytes;
}

// Where this thread counts the k-th node: alone, straight into the level's histograms.
// @ts-ignore: decorator
@inline
function ownHistogram(depth: i32, slot: i32, k: i32): usize {
  return members == 1 ? histogramAt(depth, slot) : privateHistogram(thread, k);
}

// These are exported from the module, so that the compiler leaves them functions of their own: V8 replaces baseline code by
// optimised code only when a function is called anew, which a long-running caller would never be.
export function countByteCodes(block: i32, tile: i32, isRoot: bool, range: Range, histogram: usize): void {
  histogramOfNode<u8>(block, tile, isRoot, range, histogram);
}

export function countWideCodes(block: i32, tile: i32, isRoot: bool, range: Range, histogram: usize): void {
  histogramOfNode<u16>(block, tile, isRoot, range, histogram);
}

function countBlocks(depth: i32, first: i32, last: i32, subtracting: bool): void {
  const counted = countedNodes(first, last, subtracting);
  for (let k = 0; k < counted; k++)
    memory.fill(ownHistogram(depth, countedNode(depth, first, k, subtracting) - first, k), 0, nodeBytes);
  const skipping = depth > 0 && worthReadingAhead();
  let block = claim();
  if (skipping && block < blocks) readTile(block, 0);
  while (block < blocks) {
    const next = claim();
    if (first == 0) advanceBlock(block, depth);
    if (skipping) readGradients(block);
    for (let tile = 0; tile < tiles; tile++) {
      if (skipping) readAheadOf(block, tile, next);
      for (let k = 0; k < counted; k++) {
        const position = countedNode(depth, first, k, subtracting);
        const histogram = ownHistogram(depth, position - first, k);
        const range = rangeAt(depth, block, position);
        if (wideCodes) countWideCodes(block, tile, depth == 0, range, histogram);
        else countByteCodes(block, tile, depth == 0, range, histogram);
      }
      readRest();
    }
    block = next;
  }
}

// What is counted after a tile: the block's next, or the first of the next block.
// @ts-ignore: decorator
@inline
function readAheadOf(block: i32, tile: i32, next: i32): void {
  if (tile + 1 < tiles) readAhead(block, tile + 1);
  else if (next < blocks) readAhead(next, 0);
}

// Rows follow the level above; before a tree's first level that is the last level of the tree before.
// @ts-ignore: decorator
@inline
function advanceBlock(block: i32, depth: i32): void {
  applyPlans(block);
  if (depth > 0) return;
  const largest = gradientBlock(state.round, blockStart(block), blockLength(block));
  const own = bestSplitAt(thread, 0); // idle during this pass
  own.gain = max<f64>(own.gain, largest);
  dealBlock(block);
}

function sumRoot(): void {
  const root = candidateAt(0, 0);
  let g: i64 = 0, h: i64 = 0;
  let largest: f64 = 0;
  for (let member = 0; member < members; member++) {
    const histogram = members == 1 ? histogramAt(0, 0) : privateHistogram(member, 0);
    for (let at = histogram; at < histogram + featureBytes; at += BIN_BYTES) {
      g += load<i64>(at);
      h += load<i64>(at, 8);
    }
    largest = max<f64>(largest, bestSplitAt(member, 0).gain);
  }
  root.g = <f64>g / scaleG;
  root.h = <f64>h / scaleH;
  state.largestGradient = largest;
}

function searchBatch(depth: i32, first: i32, last: i32, subtracting: bool): void {
  for (let position = first; position < last; position++) {
    const best = bestSplitAt(thread, position);
    best.gain = 0;
    best.feature = -1;
  }
  const claims = (treeColumns + FEATURES_PER_CLAIM - 1) / FEATURES_PER_CLAIM;
  const pieces = countedNodes(first, last, subtracting) * claims;
  for (let piece = claim(); piece < pieces; piece = claim()) {
    const k = piece / claims;
    const position = countedNode(depth, first, k, subtracting);
    const from = (piece - k * claims) * FEATURES_PER_CLAIM;
    const to = min(from + FEATURES_PER_CLAIM, treeColumns);
    for (let place = from; place < to; place++) searchNode(depth, position, position - first, k, place, subtracting);
  }
}

function searchNode(depth: i32, position: i32, slot: i32, k: i32, place: i32, subtracting: bool): void {
  const feature = load<i32>(treeFeatures + (<usize>place << 2));
  const offset = <usize>place * featureBytes;
  const histogram = histogramAt(depth, slot) + offset;
  if (members > 1) {
    memory.copy(histogram, privateHistogram(0, k) + offset, featureBytes);
    for (let member = 1; member < members; member++)
      addHistogram(histogram, privateHistogram(member, k) + offset);
  }
  searchFeature(histogram, feature, candidateAt(depth, position), bestSplitAt(thread, position));
  if (!subtracting) return;
  const sibling = position ^ 1;
  const siblingHistogram = histogramAt(depth, sibling) + offset;
  subtractHistogram(siblingHistogram, histogramAt(depth - 1, candidateAt(depth, position).parent) + offset, histogram);
  searchFeature(siblingHistogram, feature, candidateAt(depth, sibling), bestSplitAt(thread, sibling));
}

// Starts a tree as one node with all rows. Gradients are scaled to use the bits there are: their largest absolute value is
// known, or bounded by that of the round before plus the largest leaf since.
export function plantTree(round: i32): void {
  const root = candidateAt(0, 0);
  root.node = 0;
  root.lower = -Infinity;
  root.upper = Infinity;
  state.round = round;
  state.depth = 0;
  state.candidates = 1;
  state.parentsKept = 0;
  state.nodes = 1;
  state.scaleG = gradientScale(state.largestGradient + state.largestLeaf);
  state.scaleH = hessianScale();
  state.largestLeaf = 0;
  for (let member = 0; member < threads; member++) bestSplitAt(member, 0).gain = 0;
}
