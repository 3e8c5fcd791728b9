// Exact Shapley values of trees (Lundberg et al. 2018, algorithm 2), two rows at a time: rows differ only in which branch is hot, so
// both share the walk, the shares of cover ("zero fractions") and the structure of the path.
import { ForestNode, NODE_BYTES, forest, treeAt } from './forest';

// One feature on the path from the root, with what it does for each of the two rows.
@unmanaged
class Step {
  feature: i32; // -1 for the root's
  zero: f64; // share of training rows that follow the path if the feature is unknown
}
const STEP_BYTES: usize = 48; // a Step, then two vectors:
const HOT: usize = 16; // 1 for a row that follows the path, else 0
const WEIGHT: usize = 32; // sum over subsets of this size

const NO_FEATURE = -1;

// Scratch: the reciprocals of path lengths, two rows' values (columns + 1 vectors), then the paths.
export function explainScratch(columns: u32, levels: u32): f64 {
  const longest = <f64>levels + 2;
  return (longest + 1) * 8 + 16 + (<f64>columns + 1) * 16 + ((longest * (longest + 1)) / 2) * <f64>STEP_BYTES;
}

let reciprocals: usize = 0;
let sums: usize = 0;

// 1 / n, from a table: a path's weights need many, and a division takes as long as five multiplications.
// @ts-ignore: decorator
@inline
function reciprocal(n: i32): f64 {
  return load<f64>(reciprocals + (<usize>n << 3));
}

function longestPath(): i32 {
  let longest: u32 = 0;
  for (let tree = 0; tree < forest.treeCount; tree++) longest = max(longest, treeAt(tree).depth);
  return longest + 2;
}

// @ts-ignore: decorator
@inline
function stepAt(path: usize, index: i32): usize {
  return path + <usize>index * STEP_BYTES;
}

let rowA: usize = 0;
let rowB: usize = 0;

// Writes columns + 1 values for each of `count` staged rows; the last is the bias.
export function explainRows(count: i32): void {
  const columns = forest.columns;
  const stride = <usize>columns << 2;
  const longest = longestPath();
  reciprocals = forest.scratch;
  sums = (reciprocals + (<usize>(longest + 1) << 3) + 15) & ~15;
  const paths = sums + (<usize>(columns + 1) << 4);
  for (let n = 1; n <= longest; n++) store<f64>(reciprocals + (<usize>n << 3), 1 / <f64>n);
  for (let row = 0; row < count; row += 2) {
    rowA = forest.rows + <usize>row * stride;
    rowB = row + 1 < count ? rowA + stride : rowA;
    memory.fill(sums, 0, <usize>(columns + 1) << 4);
    for (let tree = 0; tree < forest.treeCount; tree++)
      visit(treeAt(tree).root, paths, 0, NO_FEATURE, 1, f64x2.splat(1));
    for (let column = 0; column <= columns; column++) {
      const value = v128.load(sums + (<usize>column << 4));
      const at = forest.output + ((<usize>row * <usize>(columns + 1) + <usize>column) << 2);
      store<f32>(at, <f32>f64x2.extract_lane(value, 0));
      if (row + 1 < count) store<f32>(at + (<usize>(columns + 1) << 2), <f32>f64x2.extract_lane(value, 1));
    }
  }
}

// Goes down with the path so far, `length` steps at `parentPath`, lengthened by one.
function visit(address: u32, parentPath: usize, length: i32, feature: i32, zero: f64, hot: v128): void {
  const path = length == 0 ? parentPath : stepAt(parentPath, length);
  memory.copy(path, parentPath, <usize>length * STEP_BYTES);
  extend(path, length, feature, zero, hot);
  const node = changetype<ForestNode>(<usize>address);
  if (node.child == address) addLeaf(path, length, <f64>node.value);
  else visitChildren(node, path, length);
}

// @ts-ignore: decorator
@inline
function visitChildren(node: ForestNode, path: usize, length: i32): void {
  const columns = <u32>forest.columns;
  const negated = node.feature >= columns;
  const feature = <i32>(negated ? node.feature - columns : node.feature);
  const toSecond = f64x2(goesToSecond(node, rowA, feature, negated), goesToSecond(node, rowB, feature, negated));
  let incomingZero: f64 = 1;
  let incomingHot = f64x2.splat(1);
  let steps = length + 1;
  for (let i = 1; i < steps; i++) {
    const step = stepAt(path, i);
    if (changetype<Step>(step).feature != feature) continue;
    // The feature has been asked before: its two answers become one step.
    incomingZero = changetype<Step>(step).zero;
    incomingHot = v128.load(step, HOT);
    unwind(path, length, i);
    steps--;
    break;
  }
  const first = node.child, second = first + NODE_BYTES;
  const cover = coverOf(changetype<u32>(node));
  const firstShare = cover > 0 ? coverOf(first) / cover : 0.5, secondShare = cover > 0 ? coverOf(second) / cover : 0.5;
  const toFirst = f64x2.sub(f64x2.splat(1), toSecond);
  visit(first, path, steps, feature, incomingZero * firstShare, f64x2.mul(incomingHot, toFirst));
  visit(second, path, steps, feature, incomingZero * secondShare, f64x2.mul(incomingHot, toSecond));
}

// 1 or 0.
// @ts-ignore: decorator
@inline
function goesToSecond(node: ForestNode, row: usize, feature: i32, negated: bool): f64 {
  const value = load<f32>(row + (<usize>feature << 2));
  return <f64>u32((negated ? -value : value) < node.threshold);
}

// @ts-ignore: decorator
@inline
function coverOf(address: u32): f64 {
  return <f64>load<f32>(forest.covers + (address - <u32>forest.nodes) / NODE_BYTES * 4);
}

// EXTEND: appends a step and lets the weights of subset sizes grow by it.
// @ts-ignore: decorator
@inline
function extend(path: usize, length: i32, feature: i32, zero: f64, hot: v128): void {
  const last = stepAt(path, length);
  changetype<Step>(last).feature = feature;
  changetype<Step>(last).zero = zero;
  v128.store(last, hot, HOT);
  v128.store(last, f64x2.splat(length == 0 ? 1 : 0), WEIGHT);
  const size = reciprocal(length + 1);
  for (let i = length - 1; i >= 0; i--) {
    const step = stepAt(path, i), next = step + STEP_BYTES;
    const weight = v128.load(step, WEIGHT);
    const grown = f64x2.mul(f64x2.mul(hot, weight), f64x2.splat(<f64>(i + 1) * size));
    v128.store(next, f64x2.add(v128.load(next, WEIGHT), grown), WEIGHT);
    v128.store(step, f64x2.mul(weight, f64x2.splat(zero * <f64>(length - i) * size)), WEIGHT);
  }
}

// UNWIND: takes step `index` out of a path whose last step is `length`.
function unwind(path: usize, length: i32, index: i32): void {
  const step = stepAt(path, index);
  const zero = changetype<Step>(step).zero;
  const isHot = f64x2.ne(v128.load(step, HOT), f64x2.splat(0));
  const size = <f64>(length + 1);
  let next = v128.load(stepAt(path, length), WEIGHT);
  for (let i = length - 1; i >= 0; i--) {
    const at = stepAt(path, i);
    const weight = v128.load(at, WEIGHT);
    const hotWeight = f64x2.mul(next, f64x2.splat(size * reciprocal(i + 1)));
    const share = zero * <f64>(length - i) * reciprocal(length + 1);
    const coldWeight = zero > 0 ? f64x2.div(weight, f64x2.splat(share)) : f64x2.splat(0);
    v128.store(at, v128.bitselect(hotWeight, coldWeight, isHot), WEIGHT);
    next = f64x2.sub(weight, f64x2.mul(hotWeight, f64x2.splat(share)));
  }
  for (let i = index; i < length; i++) {
    const at = stepAt(path, i), from = at + STEP_BYTES;
    changetype<Step>(at).feature = changetype<Step>(from).feature;
    changetype<Step>(at).zero = changetype<Step>(from).zero;
    v128.store(at, v128.load(from, HOT), HOT);
  }
}

// The sum of weights that UNWIND would leave, without touching the path.
// @ts-ignore: decorator
@inline
function unwoundSum(path: usize, length: i32, index: i32): v128 {
  const step = stepAt(path, index);
  const zero = changetype<Step>(step).zero;
  const isHot = f64x2.ne(v128.load(step, HOT), f64x2.splat(0));
  const size = <f64>(length + 1);
  const perZero = zero > 0 ? size / zero : 0, perSize = zero * reciprocal(length + 1);
  let next = v128.load(stepAt(path, length), WEIGHT);
  let hotSum = f64x2.splat(0), coldSum = f64x2.splat(0);
  for (let i = length - 1; i >= 0; i--) {
    const weight = v128.load(stepAt(path, i), WEIGHT);
    const hotWeight = f64x2.mul(next, f64x2.splat(size * reciprocal(i + 1)));
    hotSum = f64x2.add(hotSum, hotWeight);
    coldSum = f64x2.add(coldSum, f64x2.mul(weight, f64x2.splat(perZero * reciprocal(length - i))));
    next = f64x2.sub(weight, f64x2.mul(hotWeight, f64x2.splat(perSize * <f64>(length - i))));
  }
  return v128.bitselect(hotSum, coldSum, isHot);
}

function addLeaf(path: usize, length: i32, value: f64): void {
  let share: f64 = 1;
  for (let i = 1; i <= length; i++) {
    const step = stepAt(path, i);
    const zero = changetype<Step>(step).zero;
    share *= zero;
    const effect = f64x2.mul(
      f64x2.mul(unwoundSum(path, length, i), f64x2.sub(v128.load(step, HOT), f64x2.splat(zero))),
      f64x2.splat(value),
    );
    const at = sums + (<usize>changetype<Step>(step).feature << 4);
    v128.store(at, f64x2.add(v128.load(at), effect));
  }
  // A tree's expectation weighs each leaf by the share of training rows that reach it.
  const bias = sums + (<usize>forest.columns << 4);
  v128.store(bias, f64x2.add(v128.load(bias), f64x2.splat(value * share)));
}
