// A fitted model, laid out for walking. A step is `child + (x < threshold)` whatever becomes of missing values: a node's first
// child is the one that takes them, as a NaN is less than nothing; where that is the left child the node asks the negated row, -x <
// -(just below its threshold). Leaves compare with NaN and lead to themselves, so rows walk in step and none is asked
// whether it has arrived.

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
  treeCount: i32;
  columns: i32;
}

export const forest = changetype<Forest>(2048);

// Plans memory for a forest, `rows` staged rows with `outputs` numbers each, and `scratchBytes`; returns its end.
export function planForest(nodes: u32, trees: u32, columns: u32, rows: u32, outputs: u32, scratchBytes: u32): usize {
  forest.treeCount = trees;
  forest.columns = columns;
  forest.nodes = align(__heap_base);
  forest.covers = align(forest.nodes + nodes * NODE_BYTES);
  forest.trees = align(forest.covers + nodes * 4);
  forest.rows = align(forest.trees + trees * 8);
  forest.output = align(forest.rows + rows * columns * 4);
  forest.scratch = align(forest.output + rows * outputs * 4);
  return forest.scratch + scratchBytes;
}

// @ts-ignore: decorator
@inline
function align(address: usize): usize {
  return (address + 127) & ~127;
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
