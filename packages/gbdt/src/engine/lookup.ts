import type { GbdtModel, GbdtTree } from '../model.js';
import { ensureBytes, type Kernel } from './kernel.js';

/** As in kernel/lookup.ts. */
const LEVELS = 4;
const TESTS = (1 << LEVELS) - 1;
const TEST_BYTES = 8;
const LEAVES = 1 << LEVELS;
const LEAVES_AT = 128;
const TREE_BYTES = LEAVES_AT + 4 * LEAVES;
const GROUP_ROWS = 16;
const LOWEST = -128;

/** A code is a byte, and one more than all limits is left for missing values. */
const MOST_CUTS = 254;

/** Lays a planted forest out to be looked up, where it can be: no tree has many levels, and no column many thresholds. */
export function layLookup(kernel: Kernel, memory: WebAssembly.Memory, { trees, columns }: GbdtModel): void {
  if (!trees.every((tree) => isShallow(tree))) return;
  const cuts = cutsOf(trees, columns);
  if (cuts.some((column) => column.length > MOST_CUTS || column.some(Number.isNaN))) return;
  ensureBytes(memory, kernel.planLookup(cuts.reduce((sum, { length }) => sum + length, 0)));
  writeCuts(memory.buffer, kernel.forestCuts() >>> 0, cuts);
  const places = cuts.map((column) => new Map(Array.from(column, (cut, place) => [cut, place])));
  const lookups = kernel.forestLookups() >>> 0;
  trees.forEach((tree, t) => {
    writeTree(new DataView(memory.buffer, lookups + t * TREE_BYTES, TREE_BYTES), tree, places);
  });
}

function isShallow(tree: Pick<GbdtTree, 'left' | 'right'>, node = 0, levels = LEVELS): boolean {
  const { left, right } = tree;
  if (left[node] === -1) return true;
  return levels > 0 && isShallow(tree, left[node], levels - 1) && isShallow(tree, right[node], levels - 1);
}

/** The thresholds of each column, rising. */
function cutsOf(trees: readonly GbdtTree[], columns: number): Float32Array[] {
  const cuts = Array.from({ length: columns }, () => new Set<number>());
  for (const { left, feature, threshold } of trees)
    for (let node = 0; node < left.length; node++)
      if (left[node] !== -1) cuts[feature[node]].add(threshold[node]);
  return cuts.map((column) => Float32Array.from(column).sort());
}

/** Where each column's cuts begin and end, then the cuts. */
function writeCuts(buffer: ArrayBufferLike, address: number, cuts: readonly Float32Array[]): void {
  const spans = new Uint32Array(buffer, address, 2 * cuts.length);
  let at = address + spans.byteLength;
  cuts.forEach((column, c) => {
    new Float32Array(buffer, at, column.length).set(column);
    spans.set([at, at + column.byteLength], 2 * c);
    at += column.byteLength;
  });
}

/** As a tree of all levels: where it has a leaf early, all that would follow are that leaf. */
function writeTree(view: DataView, tree: GbdtTree, places: readonly ReadonlyMap<number, number>[]): void {
  const { left, right, feature, threshold, defaultLeft, value } = tree;
  const bytes = new DataView(new ArrayBuffer(4));
  const write = (node: number, at: number): void => {
    if (at >= TESTS) {
      bytes.setFloat32(0, value[node], true);
      for (let byte = 0; byte < 4; byte++)
        view.setUint8(LEAVES_AT + byte * LEAVES + at - TESTS, bytes.getUint8(byte));
      return;
    }
    const isLeaf = left[node] === -1;
    const column = 2 * feature[node] + (defaultLeft[node] === 1 ? 0 : 1);
    view.setUint32(at * TEST_BYTES, isLeaf ? 0 : column * GROUP_ROWS, true);
    const limit = isLeaf ? LOWEST : LOWEST + 1 + places[feature[node]].get(threshold[node])!;
    view.setInt8(at * TEST_BYTES + 4, limit);
    write(isLeaf ? node : right[node], 2 * at + 1);
    write(isLeaf ? node : left[node], 2 * at + 2);
  };
  write(0, 0);
}
