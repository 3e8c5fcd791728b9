// Margins of staged rows: a few rows at a time go through all trees, four of them abreast.
import { ForestNode, forest, goesRight, treeAt } from './forest';

const ROWS_ABREAST = 4;

// @ts-ignore: decorator
@inline
function step(nodes: usize, index: u32, row: usize): u32 {
  const node = changetype<ForestNode>(nodes + (<usize>index << 4));
  return node.child + goesRight(node, row);
}

// @ts-ignore: decorator
@inline
function valueAt(nodes: usize, index: u32): f32 {
  return changetype<ForestNode>(nodes + (<usize>index << 4)).value;
}

// Adds all trees to the margins of staged rows [first, last); rows past the end are computed in vain.
export function predictRows(first: i32, last: i32): void {
  const nodes = forest.nodes;
  const stride = <usize>forest.columns << 2;
  for (let tree = 0; tree < forest.treeCount; tree++) {
    const root = treeAt(tree).root, depth = treeAt(tree).depth;
    for (let row = first; row < last; row += ROWS_ABREAST) {
      const row0 = forest.rows + <usize>row * stride, row1 = row0 + stride, row2 = row1 + stride, row3 = row2 + stride;
      let a = root, b = root, c = root, d = root;
      for (let level: u32 = 0; level < depth; level++) {
        a = step(nodes, a, row0);
        b = step(nodes, b, row1);
        c = step(nodes, c, row2);
        d = step(nodes, d, row3);
      }
      const margins = forest.output + (<usize>row << 2);
      const values = f32x4(valueAt(nodes, a), valueAt(nodes, b), valueAt(nodes, c), valueAt(nodes, d));
      v128.store(margins, f32x4.add(v128.load(margins), values));
    }
  }
}
