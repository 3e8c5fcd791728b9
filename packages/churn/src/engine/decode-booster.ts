import type { GbdtModel, GbdtTree } from '@clv/gbdt';

/** Sizes of the structs that XGBoost 0.7 writes as they lie in memory (include/xgboost/tree_model.h, src/gbm/gbtree.cc). */
const learnerBytes = 136;
const boosterBytes = 160;
const treeBytes = 148;
const nodeBytes = 20;
const statBytes = 16;
const defaultLeftBit = 0x80000000;

/**
 * The trees of a binary model as XGBoost 0.7 saves it (and ml-xgboost gives in `toJSON().model`), for
 * `binary:logistic`. Nodes that pruning deleted are left out.
 */
export function decodeBooster(bytes: Uint8Array): GbdtModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const baseMargin = view.getFloat32(0, true);
  const objectiveEnd = endOfText(view, learnerBytes);
  const booster = endOfText(view, objectiveEnd);
  const trees: GbdtTree[] = [];
  let at = booster + boosterBytes;
  for (let left = view.getInt32(booster, true); left > 0; left--) {
    const nodes = view.getInt32(at + 4, true);
    trees.push(decodeTree(view, at + treeBytes, nodes));
    at += treeBytes + nodes * (nodeBytes + statBytes);
  }
  return {
    format: 'clv-gbdt',
    version: 1,
    objective: 'binary:logistic',
    baseScore: Math.fround(1 / (1 + Math.exp(-baseMargin))),
    columns: view.getUint32(4, true),
    trees,
  };
}

/** Text is stored as its length in 64 bits, then its letters. */
function endOfText(view: DataView, at: number): number {
  return at + 8 + Number(view.getBigUint64(at, true));
}

function decodeTree(view: DataView, nodesAt: number, nodes: number): GbdtTree {
  const statsAt = nodesAt + nodes * nodeBytes;
  const tree: GbdtTree = {
    feature: [],
    threshold: [],
    left: [],
    right: [],
    defaultLeft: [],
    value: [],
    gain: [],
    cover: [],
  };
  const copy = (stored: number): number => {
    const at = nodesAt + stored * nodeBytes;
    const stat = statsAt + stored * statBytes;
    const [left, right] = [view.getInt32(at + 4, true), view.getInt32(at + 8, true)];
    const split = view.getUint32(at + 12, true);
    const condition = view.getFloat32(at + 16, true);
    const isLeaf = left === -1;
    tree.feature.push(isLeaf ? 0 : split & ~defaultLeftBit);
    tree.threshold.push(isLeaf ? 0 : condition);
    tree.defaultLeft.push(!isLeaf && split >= defaultLeftBit ? 1 : 0);
    tree.value.push(isLeaf ? condition : view.getFloat32(stat + 8, true));
    tree.gain.push(isLeaf ? 0 : view.getFloat32(stat, true));
    tree.cover.push(view.getFloat32(stat + 4, true));
    const node = tree.left.push(-1) - 1;
    tree.right.push(-1);
    if (!isLeaf) {
      tree.left[node] = copy(left);
      tree.right[node] = copy(right);
    }
    return node;
  };
  copy(0);
  return tree;
}
