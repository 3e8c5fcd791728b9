// A fitted model, laid out for walking. A step is `child + (x < threshold)` whatever becomes of missing values: a node's first
// child is the one that takes them, as a NaN is less than nothing; where that is the left child the node asks the negated row, -x <
// -(just below its threshold). Leaves compare with NaN and lead to themselves, so rows walk in step and none is asked
// whether it has arrived.
import { allocate, allocated, startAllocating } from './memory';

@unmanaged
export class ForestNode {
  threshold: f32; // NaN in leaves
  feature: u32; // the column, or columns + the column to ask the negated row
  child: u32; // address of the first child, which takes missing values; a leaf's own
  value: f32; // of a leaf
}

export const NODE_BYTES: u32 = 16;

@unmanaged
export class ForestTree {
  root: u32; // address
  depth: u32;
}

@unmanaged
export class Forest {
  nodes: usize;
  covers: usize;
  trees: usize;
  rows: usize;
  output: usize;
  scratch: usize;
  cuts: usize;
  lookups: usize; // 0 where trees are walked; see lookup.ts
  treeCount: i32;
  columns: i32;
}

export const forest = changetype<Forest>(2048);

// Plans memory for a forest, `rows` staged rows with `outputs` numbers each, and `scratchBytes`. Returns the bytes that memory must
// have; more than 2^32 cannot be had, and the addresses are void then.
export function planForest(nodes: u32, trees: u32, columns: u32, rows: u32, outputs: u32, scratchBytes: f64): f64 {
  forest.treeCount = trees;
  forest.columns = columns;
  startAllocating();
  forest.nodes = allocate(<u64>nodes * NODE_BYTES);
  forest.covers = allocate(<u64>nodes * 4);
  forest.trees = allocate(<u64>trees * 8);
  forest.rows = allocate(<u64>rows * columns * 4);
  forest.output = allocate(<u64>rows * outputs * 4);
  forest.scratch = allocate(<u64>scratchBytes);
  forest.lookups = 0;
  return allocated();
}

export function forestNodes(): usize {
  return forest.nodes;
}

export function forestCovers(): usize {
  return forest.covers;
}

export function forestTrees(): usize {
  return forest.trees;
}

export function forestRows(): usize {
  return forest.rows;
}

export function forestOutput(): usize {
  return forest.output;
}

// @ts-ignore: decorator
@inline
export function treeAt(tree: i32): ForestTree {
  return changetype<ForestTree>(forest.trees + (<usize>tree << 3));
}
