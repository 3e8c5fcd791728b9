import { ClvError } from '@clv/contracts';
import { singleKernel, threadedKernel } from '../generated/kernel.js';
import { spareMemory } from './spare-memory.js';

type Address = WebAssembly.Global<'i32'>;

/** What the WebAssembly module exports; see kernel/index.ts. */
export interface Kernel {
  plan(): number;
  begin(): void;
  beginTrees(largestGradient: number): void;
  cutStagedColumns(first: number, count: number): void;
  binStagedRows(first: number, count: number): void;
  startTree(round: number): void;
  finishTree(): void;
  treeNodes(): number;
  dismiss(): void;
  planForest(
    nodes: number,
    trees: number,
    columns: number,
    rows: number,
    outputs: number,
    scratch: number,
  ): number;
  forestNodes(): number;
  forestCovers(): number;
  forestTrees(): number;
  forestRows(): number;
  forestOutput(): number;
  planLookup(cuts: number): number;
  forestCuts(): number;
  forestLookups(): number;
  beginPredicting(): void;
  predictStagedRows(count: number): void;
  predictScratch(columns: number, threads: number): number;
  explainScratch(columns: number, levels: number): number;
  explainRows(count: number): void;
  readonly staging: Address;
  readonly labels: Address;
  readonly weights: Address;
  readonly margins: Address;
  readonly hasMissing: Address;
  readonly columnTops: Address;
  readonly cuts: Address;
  readonly pivots: Address;
  readonly binCounts: Address;
  readonly treeFeatures: Address;
  readonly monotone: Address;
  readonly tree: Address;
}

export interface LoadedKernel {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  kernel: Kernel;
}

const PAGE = 65536;
const MAX_PAGES = 65536;

/** An instance with a memory of its own; with `shared` one that workers can join. */
export async function loadKernel(shared: boolean): Promise<LoadedKernel> {
  const module = await (shared ? threadedModule() : singleModule());
  const memory =
    (await spareMemory(shared)) ?? new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES, shared });
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  return { module, memory, kernel: instance.exports as unknown as Kernel };
}

/**
 * Makes memory at least this many bytes long; older views of it are invalid afterwards.
 *
 * @throws ClvError `TOO_LARGE` beyond the 4 GB that a kernel can address, or what the machine has
 */
export function ensureBytes(memory: WebAssembly.Memory, bytes: number): void {
  if (bytes > MAX_PAGES * PAGE) throw tooLarge(bytes);
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
  if (missing <= 0) return;
  try {
    memory.grow(missing);
  } catch (cause) {
    throw tooLarge(bytes, cause);
  }
}

function tooLarge(bytes: number, cause?: unknown): ClvError {
  const gigabytes = (bytes / 2 ** 30).toFixed(1);
  return new ClvError('TOO_LARGE', `x needs ${gigabytes} GB of memory, which is not to be had`, {
    path: 'x',
    cause,
  });
}

const threadedModule = /* @__PURE__ */ once(() => compile(threadedKernel));
const singleModule = /* @__PURE__ */ once(() => compile(singleKernel));

function compile(base64: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
