import type { GbdtTree } from '../model.js';
import { ModelFormatError } from './model-format-error.js';

/** Deeper trees than this are refused: no sound training makes them, and explaining one takes its depth squared. */
export const MAX_LEVELS = 512;

const COLUMNS = [
  'feature',
  'threshold',
  'left',
  'right',
  'defaultLeft',
  'value',
  'gain',
  'cover',
] as const satisfies readonly (keyof GbdtTree)[];

/**
 * Checks that a tree from an unknown hand is a tree: columns of one length, features within `columns`, children in
 * range, no node reached twice, at most 512 levels. Walks no recursion, so that a hostile depth cannot hurt.
 *
 * @returns how many levels of splits the tree has: 0 where it is a single leaf
 * @throws ModelFormatError at the first fault, with its path
 */
export function checkTree(tree: GbdtTree, columns: number, path: string): number {
  const nodes = tree.left.length;
  if (nodes === 0) throw new ModelFormatError(`${path}.left`, 'must have at least one node');
  for (const name of COLUMNS)
    if (tree[name].length !== nodes)
      throw new ModelFormatError(
        `${path}.${name}`,
        `must have as many numbers as left: ${tree[name].length}, not ${nodes}`,
      );
  return walkLevels(tree, columns, path);
}

function walkLevels(tree: GbdtTree, columns: number, path: string): number {
  const reached = new Uint8Array(tree.left.length);
  reached[0] = 1;
  let level = [0];
  for (let levels = 0; ; levels++) {
    const next: number[] = [];
    for (const node of level) {
      const { left, right, feature } = tree;
      if (left[node] === -1 && right[node] === -1) continue;
      if (feature[node] < 0 || feature[node] >= columns)
        throw new ModelFormatError(
          `${path}.feature[${node}]`,
          `must be less than the number of columns (${columns}): ${feature[node]}`,
        );
      next.push(
        reachChild(left[node], reached, `${path}.left[${node}]`),
        reachChild(right[node], reached, `${path}.right[${node}]`),
      );
    }
    if (next.length === 0) return levels;
    if (levels === MAX_LEVELS)
      throw new ModelFormatError(`${path}.left[${level[0]}]`, `must not be deeper than ${MAX_LEVELS} levels`);
    level = next;
  }
}

function reachChild(child: number, reached: Uint8Array, path: string): number {
  if (child < 0 || child >= reached.length)
    throw new ModelFormatError(path, `must be a node from 0 to ${reached.length - 1}: ${child}`);
  if (reached[child]) throw new ModelFormatError(path, `must be a node that nothing else leads to: ${child}`);
  reached[child] = 1;
  return child;
}
