// The records that threads share while a tree grows. Levels alternate between two sets of arrays: a level reads its
// parents' and writes its own.
import {
  bestSplits, candidatesEven, candidatesOdd, histogramsEven, histogramsOdd, maxCandidates, nodeBytes, rangesEven, rangesOdd,
  splitPlans, tree,
} from './job';

@unmanaged
export class State {
  scaleG: f64;
  scaleH: f64;
  largestGradient: f64; // of the round's rows
  largestLeaf: f64;
  round: i32;
  depth: i32;
  candidates: i32; // nodes of this depth that may split
  parentsKept: i32; // whether the histograms of the depth above are all in memory
  plans: i32; // what the depth above decided and rows have not followed yet
  planDepth: i32;
  nodes: i32; // of the tree so far
  taskFirst: i32; // what the leader asks for: the first of the columns or rows, and how many
  taskCount: i32;
}

export const state = changetype<State>(704);

// A node that may split; sums are in real units, exact in float64.
@unmanaged
export class Candidate {
  g: f64;
  h: f64;
  node: i32;
  lower: f32; // bounds of its weight, from monotone constraints
  upper: f32;
  parent: i32; // position in the depth above
}

@unmanaged
export class BestSplit {
  gain: f64;
  leftG: f64;
  leftH: f64;
  feature: i32;
  bin: i32; // bins up to this one go left; -1 where missing values alone do
  defaultLeft: i32;
}

export const LEAF = 0; // rows end here: add rightValue
export const SPLIT = 1; // rows part
export const LAST_SPLIT = 2; // rows part and end: add leftValue or rightValue

// What rows of a decided node do next.
@unmanaged
export class SplitPlan {
  kind: i32;
  feature: i32;
  limit: u32; // a bin goes left if (bin + shift) & 255 <= limit
  shift: u32; // 1 sends missing (255) left, as 0
  rightValue: f32; // beside leftValue: a row finds its value without a branch
  leftValue: f32;
  pair: i32; // left child is candidate 2 * pair of the next depth
}

@unmanaged
export class TreeNode {
  feature: i32;
  threshold: f32;
  left: i32;
  right: i32;
  defaultLeft: i32;
  value: f32;
  gain: f32;
  cover: f32;
}

// A node's rows inside a block: ids [begin, begin + count).
@unmanaged
export class Range {
  begin: u16;
  count: u16;
}

// @ts-ignore: decorator
@inline
export function candidateAt(depth: i32, position: i32): Candidate {
  return changetype<Candidate>((depth & 1 ? candidatesOdd : candidatesEven) + <usize>position * 48);
}

// @ts-ignore: decorator
@inline
export function bestSplitAt(thread: i32, position: i32): BestSplit {
  return changetype<BestSplit>(bestSplits + <usize>(thread * maxCandidates + position) * 40);
}

// @ts-ignore: decorator
@inline
export function planAt(position: i32): SplitPlan {
  return changetype<SplitPlan>(splitPlans + <usize>position * 32);
}

// @ts-ignore: decorator
@inline
export function treeNodeAt(node: i32): TreeNode {
  return changetype<TreeNode>(tree + <usize>node * 32);
}

// @ts-ignore: decorator
@inline
export function rangeAt(depth: i32, block: i32, position: i32): Range {
  return changetype<Range>((depth & 1 ? rangesOdd : rangesEven) + (<usize>(block * maxCandidates + position) << 2));
}

// @ts-ignore: decorator
@inline
export function histogramAt(depth: i32, slot: i32): usize {
  return (depth & 1 ? histogramsOdd : histogramsEven) + <usize>slot * nodeBytes;
}
