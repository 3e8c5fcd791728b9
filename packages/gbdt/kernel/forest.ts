// A fitted model, laid out for walking. Siblings are neighbours, so a step is `child + goesRight`; a leaf leads to itself, as no
// value is at least NaN and a missing one goes left, so rows of one tree walk in step without asking who has arrived.
const RIGHT_IF_MISSING: u32 = 0x80000000;

@unmanaged
export class ForestNode {
  threshold: f32; // NaN in leaves
  feature: u32; // byte offset in a row; the top bit sends missing values right
  child: u32; // the left child's index; a leaf's own
  value: f32; // of a leaf
}

@unmanaged
export class ForestTree {
  root: u32;
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
  const align = (address: usize): usize => (address + 127) & ~127;
  forest.treeCount = trees;
  forest.columns = columns;
  forest.nodes = align(__heap_base);
  forest.covers = align(forest.nodes + nodes * 16);
  forest.trees = align(forest.covers + nodes * 4);
  forest.rows = align(forest.trees + trees * 8);
  forest.output = align(forest.rows + rows * columns * 4);
  forest.scratch = align(forest.output + rows * outputs * 4);
  return forest.scratch + scratchBytes + 64;
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
export function nodeAt(index: u32): ForestNode {
  return changetype<ForestNode>(forest.nodes + (<usize>index << 4));
}

// @ts-ignore: decorator
@inline
export function coverAt(index: u32): f64 {
  return <f64>load<f32>(forest.covers + (<usize>index << 2));
}

// @ts-ignore: decorator
@inline
export function treeAt(tree: i32): ForestTree {
  return changetype<ForestTree>(forest.trees + (<usize>tree << 3));
}

// @ts-ignore: decorator
@inline
export function goesRight(node: ForestNode, row: usize): u32 {
  const feature = node.feature;
  const value = load<f32>(row + <usize>(feature & ~RIGHT_IF_MISSING));
  return u32(value >= node.threshold) | (u32(value != value) & (feature >> 31));
}
