import type { GbdtTree } from '../model.js';

/** Numbers of a kernel's `TreeNode`; see kernel/state.ts. */
const FIELDS = 8;

/** Copies the tree that the kernel grew. */
export function readTree(memory: WebAssembly.Memory, address: number, nodes: number): GbdtTree {
  const integers = new Int32Array(memory.buffer, address >>> 0, nodes * FIELDS);
  const floats = new Float32Array(memory.buffer, address >>> 0, nodes * FIELDS);
  const column = (from: Int32Array | Float32Array, field: number) =>
    Array.from({ length: nodes }, (_, node) => from[node * FIELDS + field]);
  return {
    feature: column(integers, 0),
    threshold: column(floats, 1),
    left: column(integers, 2),
    right: column(integers, 3),
    defaultLeft: column(integers, 4),
    value: column(floats, 5),
    gain: column(floats, 6),
    cover: column(floats, 7),
  };
}
