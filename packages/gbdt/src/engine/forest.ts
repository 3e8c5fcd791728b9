import type { GbdtModel, GbdtTree } from '../model.js';
import { ensureBytes, type Kernel } from './kernel.js';

/** Numbers of a kernel's `ForestNode`, and its bit that sends missing values right; see kernel/forest.ts. */
const NODE_FIELDS = 4;
const RIGHT_IF_MISSING = 0x80000000;

/** A tree's nodes in an order where siblings are neighbours: `order[i]` is the tree's node at place i, `child[i]` where its children are. */
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
  scratchBytes: (levels: number) => number = () => 0,
): void {
  const arranged = model.trees.map(arrange);
  const nodes = arranged.reduce((sum, { order }) => sum + order.length, 0);
  const levels = arranged.reduce((most, { depth }) => Math.max(most, depth), 0);
  const end = kernel.planForest(nodes, arranged.length, model.columns, rows, outputs, scratchBytes(levels));
  ensureBytes(memory, end >>> 0);
  writeForest(kernel, memory.buffer, arranged, nodes);
}

function writeForest(kernel: Kernel, buffer: ArrayBufferLike, arranged: Arranged[], nodes: number): void {
  const integers = new Uint32Array(buffer, kernel.forestNodes() >>> 0, nodes * NODE_FIELDS);
  const floats = new Float32Array(buffer, kernel.forestNodes() >>> 0, nodes * NODE_FIELDS);
  const covers = new Float32Array(buffer, kernel.forestCovers() >>> 0, nodes);
  const roots = new Uint32Array(buffer, kernel.forestTrees() >>> 0, 2 * arranged.length);
  let root = 0;
  arranged.forEach(({ tree, order, child, depth }, t) => {
    roots.set([root, depth], 2 * t);
    order.forEach((node, place) => {
      const at = (root + place) * NODE_FIELDS;
      const isLeaf = tree.left[node] === -1;
      floats[at] = isLeaf ? NaN : tree.threshold[node];
      integers[at + 1] = isLeaf
        ? 0
        : 4 * tree.feature[node] + (tree.defaultLeft[node] === 1 ? 0 : RIGHT_IF_MISSING);
      integers[at + 2] = root + (isLeaf ? place : child[place]);
      floats[at + 3] = tree.value[node];
      covers[root + place] = tree.cover[node];
    });
    root += order.length;
  });
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
    if (tree.left[node] !== -1) order.push(tree.left[node], tree.right[node]);
  }
  return { tree, order, child, depth };
}
