// Margins of staged rows. A few rows at a time go through all trees, so that a tree's nodes stay in the first-level cache; eight
// of them walk abreast, transposed so that a feature's eight values are neighbours.
import { ForestNode, NODE_BYTES, forest, treeAt } from './forest';
import { GROUP_ROWS, lookUpRows } from './lookup';
import { thread } from './threads';

export const ROWS_PER_PASS = 64;
const ABREAST = 8;
const PASS_BYTES: u32 = 2 * ROWS_PER_PASS * 4; // a column's, and its negated copy's

export function predictScratch(columns: u32, threads: u32): f64 {
  return <f64>columns * PASS_BYTES * threads;
}

// Adds all trees to the margins of ROWS_PER_PASS staged rows from `first` on.
export function predictRows(first: i32): void {
  const rows = forest.scratch + <usize>forest.columns * PASS_BYTES * <usize>thread;
  if (forest.lookups) {
    for (let row = 0; row < ROWS_PER_PASS; row += GROUP_ROWS) lookUpRows(first + row, rows);
    return;
  }
  const groupBytes = <usize>forest.columns * 2 * ABREAST * 4;
  for (let group = 0; group < ROWS_PER_PASS / ABREAST; group++)
    transpose(first + group * ABREAST, rows + <usize>group * groupBytes);
  for (let tree = 0; tree < forest.treeCount; tree++) {
    const root = treeAt(tree).root, depth = treeAt(tree).depth;
    for (let group = 0; group < ROWS_PER_PASS / ABREAST; group++)
      walk(root, depth, rows + <usize>group * groupBytes, forest.output + (<usize>(first + group * ABREAST) << 2));
  }
}

// Each column's values of eight rows, then each column's negated.
function transpose(row: i32, to: usize): void {
  const columns = <usize>forest.columns;
  const from = forest.rows + <usize>row * columns * 4;
  for (let column: usize = 0; column < columns; column++)
    for (let i: usize = 0; i < <usize>ABREAST; i++) {
      const value = load<f32>(from + ((i * columns + column) << 2));
      store<f32>(to + ((column * <usize>ABREAST + i) << 2), value);
      store<f32>(to + (((columns + column) * <usize>ABREAST + i) << 2), -value);
    }
}

// @ts-ignore: decorator
@inline
function step(address: u32, row: usize): u32 {
  const node = changetype<ForestNode>(<usize>address);
  return node.child + u32(load<f32>(row + (<usize>node.feature << 5)) < node.threshold) * NODE_BYTES;
}

// @ts-ignore: decorator
@inline
function valueAt(address: u32): f32 {
  return changetype<ForestNode>(<usize>address).value;
}

function walk(root: u32, depth: u32, rows: usize, margins: usize): void {
  let a = root, b = root, c = root, d = root, e = root, f = root, g = root, h = root;
  for (; depth > 0; depth--) {
    a = step(a, rows);
    b = step(b, rows + 4);
    c = step(c, rows + 8);
    d = step(d, rows + 12);
    e = step(e, rows + 16);
    f = step(f, rows + 20);
    g = step(g, rows + 24);
    h = step(h, rows + 28);
  }
  v128.store(margins, f32x4.add(v128.load(margins), f32x4(valueAt(a), valueAt(b), valueAt(c), valueAt(d))));
  v128.store(margins, f32x4.add(v128.load(margins, 16), f32x4(valueAt(e), valueAt(f), valueAt(g), valueAt(h))), 16);
}
