import type { GbdtModel, GbdtTree } from '../model.js';
import { ensureBytes, type Kernel } from './kernel.js';

/** Numbers of a kernel's `ForestNode`; see kernel/forest.ts. */
const NODE_FIELDS = 4;
const NODE_BYTES = 4 * NODE_FIELDS;

/**
 * A tree's nodes in an order where siblings are neighbours, first the one that takes missing values: `order[i]` is the
 * tree's node at place i, `child[i]` the place of its first child.
 */
interface Arranged {
  tree: GbdtTree;
  order: number[];
  child: number[];
  depth: number;
}

/** How many rows a kernel works on at a time, with room for what it says of them. */
export interface Slab {
  rows: number;
  /** Numbers that come out for each row. */
  outputs: number;
}

/** Lays a checked model out in a kernel's memory, with room for a slab of rows. */
export function plantForest(
  kernel: Kernel,
  memory: WebAssembly.Memory,
  model: GbdtModel,
  { rows, outputs }: Slab,
  scratchBytes: (levels: number) => number,
): void {
  const arranged = model.trees.map(arrange);
  const nodes = arranged.reduce((sum, { order }) => sum + order.length, 0);
  const levels = arranged.reduce((most, { depth }) => Math.max(most, depth), 0);
  const end = kernel.planForest(nodes, arranged.length, model.columns, rows, outputs, scratchBytes(levels));
  ensureBytes(memory, end);
  writeForest(kernel, memory.buffer, model.columns, arranged, nodes);
}

function writeForest(
  kernel: Kernel,
  buffer: ArrayBufferLike,
  columns: number,
  arranged: Arranged[],
  nodes: number,
): void {
  const base = kernel.forestNodes() >>> 0;
  const integers = new Uint32Array(buffer, base, nodes * NODE_FIELDS);
  const floats = new Float32Array(buffer, base, nodes * NODE_FIELDS);
  const covers = new Float32Array(buffer, kernel.forestCovers() >>> 0, nodes);
  const roots = new Uint32Array(buffer, kernel.forestTrees() >>> 0, 2 * arranged.length);
  let root = 0;
  arranged.forEach(({ tree, order, child, depth }, t) => {
    roots.set([base + root * NODE_BYTES, depth], 2 * t);
    order.forEach((node, place) => {
      const at = (root + place) * NODE_FIELDS;
      const isLeaf = tree.left[node] === -1;
      const negated = tree.defaultLeft[node] === 1;
      const threshold = tree.threshold[node];
      floats[at] = isLeaf ? NaN : negated ? -justBelow(threshold) : threshold;
      integers[at + 1] = isLeaf ? 0 : tree.feature[node] + (negated ? columns : 0);
      integers[at + 2] = base + (root + (isLeaf ? place : child[place])) * NODE_BYTES;
      floats[at + 3] = tree.value[node];
      covers[root + place] = tree.cover[node];
    });
    root += order.length;
  });
}

const bits = new Int32Array(1);
const float = new Float32Array(bits.buffer);

/** The greatest float32 below a finite one. */
function justBelow(value: number): number {
  float[0] = value === 0 ? 0 : value;
  bits[0] = float[0] > 0 ? bits[0] - 1 : float[0] < 0 ? bits[0] + 1 : 0x80000001 | 0;
  return float[0];
}

function arrange(tree: GbdtTree): Arranged {
  const order = [0];
  const child: number[] = [];
  let depth = 0;
  for (let place = 0, levelEnd = 1; place < order.length; place++) {
    if (place === levelEnd) {
      depth++;
      levelEnd = order.length;
    }
    const node = order[place];
    child[place] = order.length;
    if (tree.left[node] === -1) continue;
    const [left, right] = [tree.left[node], tree.right[node]];
    order.push(...(tree.defaultLeft[node] === 1 ? [left, right] : [right, left]));
  }
  return { tree, order, child, depth };
}
