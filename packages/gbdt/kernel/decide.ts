// What becomes of a level's nodes once each has its best split: the tree's nodes are written, and plans for the rows to follow.
import { constrained, cuts, eta, gamma, maxDepth, minChildWeight, monotone } from './job';
import { weightOf } from './score';
import { BestSplit, Candidate, LAST_SPLIT, LEAF, SPLIT, bestSplitAt, candidateAt, planAt, state, treeNodeAt } from './state';
import { members } from './threads';

const LEAST_GAIN: f64 = 1e-6; // as XGBoost's

// Splits or closes each node of a level, in order, and lists the children that may split in turn.
export function decideLevel(depth: i32, count: i32): void {
  let pairs = 0;
  for (let position = 0; position < count; position++) {
    const candidate = candidateAt(depth, position);
    const best = bestOfMembers(position);
    if (best.feature < 0 || best.gain <= LEAST_GAIN || best.gain < gamma) closeNode(position, candidate);
    else {
      splitNode(depth, position, candidate, best, pairs);
      if (depth < maxDepth - 1) pairs++;
    }
  }
  state.plans = count;
  state.planDepth = depth;
  state.candidates = 2 * pairs;
  state.depth = depth + 1;
}

// Ties go to the lower feature, whichever thread found it.
function bestOfMembers(position: i32): BestSplit {
  let best = bestSplitAt(0, position);
  for (let member = 1; member < members; member++) {
    const other = bestSplitAt(member, position);
    if (other.feature < 0) continue;
    const better = best.feature < 0 || other.gain > best.gain || (other.gain == best.gain && other.feature < best.feature);
    if (better) best = other;
  }
  return best;
}

// @ts-ignore: decorator
@inline
function leafValue(g: f64, h: f64, lower: f64, upper: f64): f32 {
  const value = <f32>(eta * weightOf(g, h, lower, upper));
  state.largestLeaf = max<f64>(state.largestLeaf, abs(value));
  return value;
}

// Only a root can be lighter than a side of a split must be: it then answers 0, as XGBoost's.
function closeNode(position: i32, candidate: Candidate): void {
  const value: f32 = candidate.h < minChildWeight ? 0 : leafValue(candidate.g, candidate.h, candidate.lower, candidate.upper);
  const plan = planAt(position);
  plan.kind = LEAF;
  plan.rightValue = value;
  writeLeaf(candidate.node, value, candidate.h);
}

function writeLeaf(node: i32, value: f32, cover: f64): void {
  const leaf = treeNodeAt(node);
  leaf.feature = 0;
  leaf.threshold = 0;
  leaf.left = -1;
  leaf.right = -1;
  leaf.defaultLeft = 0;
  leaf.value = value;
  leaf.gain = 0;
  leaf.cover = <f32>cover;
}

function splitNode(depth: i32, position: i32, candidate: Candidate, best: BestSplit, pair: i32): void {
  const left = state.nodes, right = left + 1;
  state.nodes += 2;
  const node = treeNodeAt(candidate.node);
  node.feature = best.feature;
  node.threshold = best.bin < 0 ? -f32.MAX_VALUE : load<f32>(cuts + (<usize>best.feature << 10) + (<usize>best.bin << 2));
  node.left = left;
  node.right = right;
  node.defaultLeft = best.defaultLeft;
  node.value = <f32>weightOf(candidate.g, candidate.h, candidate.lower, candidate.upper);
  node.gain = <f32>best.gain;
  node.cover = <f32>candidate.h;

  const plan = planAt(position);
  plan.feature = best.feature;
  plan.shift = <u32>best.defaultLeft;
  plan.limit = <u32>(best.bin + best.defaultLeft);
  plan.pair = pair;

  const isLast = depth == maxDepth - 1;
  const leftChild = isLast ? candidateAt(depth + 1, 0) : candidateAt(depth + 1, 2 * pair);
  const rightChild = isLast ? candidateAt(depth + 1, 1) : candidateAt(depth + 1, 2 * pair + 1);
  openChildren(candidate, best, left, leftChild, rightChild);
  if (isLast) {
    plan.kind = LAST_SPLIT;
    plan.leftValue = leafValue(leftChild.g, leftChild.h, leftChild.lower, leftChild.upper);
    plan.rightValue = leafValue(rightChild.g, rightChild.h, rightChild.lower, rightChild.upper);
    writeLeaf(left, plan.leftValue, leftChild.h);
    writeLeaf(right, plan.rightValue, rightChild.h);
  } else {
    plan.kind = SPLIT;
    leftChild.parent = position;
    rightChild.parent = position;
  }
}

// Children share the parent's sums; under a monotone split neither may cross the middle of their weights.
function openChildren(parent: Candidate, best: BestSplit, node: i32, left: Candidate, right: Candidate): void {
  left.node = node;
  left.g = best.leftG;
  left.h = best.leftH;
  left.lower = parent.lower;
  left.upper = parent.upper;
  right.node = node + 1;
  right.g = parent.g - best.leftG;
  right.h = parent.h - best.leftH;
  right.lower = parent.lower;
  right.upper = parent.upper;
  const direction = load<i8>(monotone + best.feature);
  if (!constrained || direction == 0) return;
  const middle = <f32>(
    (weightOf(left.g, left.h, parent.lower, parent.upper) + weightOf(right.g, right.h, parent.lower, parent.upper)) / 2
  );
  if (direction > 0) {
    left.upper = middle;
    right.lower = middle;
  } else {
    left.lower = middle;
    right.upper = middle;
  }
}
