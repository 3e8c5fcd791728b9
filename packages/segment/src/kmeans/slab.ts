import { kernel } from '../generated/kernel.js';
import { nearestCentre } from './nearest.js';
import type { Points } from './points.js';

/** Room for some rows, and for what is found of them. */
export interface Slab {
  /** How many rows there is room for. */
  capacity: number;
  /** The rows side by side, to be written before `find`. */
  points: Float64Array;
  /** The number of each row's nearest centre, of equals the first. */
  label: Int32Array;
  /** The distance to that centre, and to the one next to it. */
  near: Float64Array;
  next: Float64Array;
  /** Looks up the first `rows` rows. */
  find(rows: number): void;
}

interface Kernel {
  memory: WebAssembly.Memory;
  findNearest(
    points: number,
    rows: number,
    dimensions: number,
    centres: number,
    k: number,
    label: number,
    near: number,
    next: number,
  ): void;
}

const pageBytes = 65_536;

/** This many numbers and their results stay in a processor's second-level cache; the kernel needs pairs of rows. */
const capacityOf = (dimensions: number) => Math.max(2, 2 * Math.floor(4_096 / dimensions));

/** Looks up all rows, slab by slab; `visit` gets the first row of each and how many there are. */
export function findNearestCentres(
  { values, rows, dimensions }: Points,
  centres: Float64Array,
  visit: (slab: Slab, first: number, count: number) => void,
): void {
  const slab = openSlab(centres, dimensions);
  for (let first = 0; first < rows; first += slab.capacity) {
    const count = Math.min(slab.capacity, rows - first);
    slab.points.set(values.subarray(first * dimensions, (first + count) * dimensions));
    slab.find(count);
    visit(slab, first, count);
  }
}

/**
 * A slab for rows among some centres. It is WebAssembly's memory, which the next slab opened shares; where a page's
 * security policy forbids WebAssembly, plain arrays do the same, to the last bit, in four times the time.
 */
function openSlab(centres: Float64Array, dimensions: number): Slab {
  const loaded = loadKernel();
  return loaded ? kernelSlab(loaded, centres, dimensions) : plainSlab(centres, dimensions);
}

export function kernelSlab({ memory, findNearest }: Kernel, centres: Float64Array, dimensions: number): Slab {
  const capacity = capacityOf(dimensions);
  const lengths = [centres.length, capacity * dimensions, capacity, capacity, capacity / 2];
  const ends = lengths.map((_, i) => 8 * lengths.slice(0, i + 1).reduce((sum, it) => sum + it, 0));
  const missing = Math.ceil((ends[4] - memory.buffer.byteLength) / pageBytes);
  if (missing > 0) memory.grow(missing);
  const [points, near, next, label] = ends;
  new Float64Array(memory.buffer).set(centres);
  return {
    capacity,
    points: new Float64Array(memory.buffer, points, capacity * dimensions),
    label: new Int32Array(memory.buffer, label, capacity),
    near: new Float64Array(memory.buffer, near, capacity),
    next: new Float64Array(memory.buffer, next, capacity),
    find: (rows) => findNearest(points, rows, dimensions, 0, centres.length / dimensions, label, near, next),
  };
}

export function plainSlab(centres: Float64Array, dimensions: number): Slab {
  const capacity = capacityOf(dimensions);
  const squares = new Float64Array(2);
  const slab = {
    capacity,
    points: new Float64Array(capacity * dimensions),
    label: new Int32Array(capacity),
    near: new Float64Array(capacity),
    next: new Float64Array(capacity),
  };
  const find = (rows: number) => {
    for (let i = 0; i < rows; i++) {
      slab.label[i] = nearestCentre(slab.points, i * dimensions, centres, dimensions, squares);
      slab.near[i] = Math.sqrt(squares[0]);
      slab.next[i] = Math.sqrt(squares[1]);
    }
  };
  return { ...slab, find };
}

/** The kernel, of half a kilobyte, which any thread may compile at once; undefined where that is forbidden. */
export const loadKernel = /* @__PURE__ */ once((): Kernel | undefined => {
  try {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const code = Uint8Array.from(atob(kernel), (character) => character.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
    return { ...(exports as unknown as Pick<Kernel, 'findNearest'>), memory };
  } catch {
    return undefined;
  }
});

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
