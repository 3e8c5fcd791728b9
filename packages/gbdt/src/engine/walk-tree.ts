import type { FeatureMatrix } from '@clv/contracts';
import type { SomeRows } from '../input/some-rows.js';
import type { GbdtTree } from '../model.js';

/** The node where a row ends in a tree. */
export function leafOf(tree: GbdtTree, { data, columns }: FeatureMatrix, row: number): number {
  let node = 0;
  while (tree.left[node] !== -1) {
    const value = data[row * columns + tree.feature[node]];
    const goesLeft = Number.isNaN(value) ? tree.defaultLeft[node] === 1 : value < tree.threshold[node];
    node = goesLeft ? tree.left[node] : tree.right[node];
  }
  return node;
}

/** Adds a tree's answers to the margins of rows, one each, in float32. */
export function addTree(tree: GbdtTree, { x, rows }: SomeRows, margins: Float32Array): void {
  for (let i = 0; i < margins.length; i++)
    margins[i] += tree.value[leafOf(tree, x, rows === undefined ? i : rows[i])];
}
