/** A message that makes a worker join a kernel's work until the leader dismisses it. */
export interface ServeMessage {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
}

interface AnyWorker {
  postMessage(message: ServeMessage): void;
}

const SERVE = `({ module, memory }) => new WebAssembly.Instance(module, { env: { memory } }).exports.serve()`;
const NODE_SOURCE = `import { parentPort } from 'node:worker_threads'; parentPort.on('message', ${SERVE});`;
const WEB_SOURCE = `const serve = ${SERVE}; onmessage = ({ data }) => serve(data);`;

/** Workers are kept for the next call: starting one takes longer than training on a small table. */
const workers: AnyWorker[] = [];

const node = globalThis.process?.versions?.node === undefined ? undefined : globalThis.process;

/**
 * Asks `count` workers to join. They come when they can: a leader never waits for one, and where the host refuses to
 * start them (a content security policy without `worker-src blob:`) it works alone.
 */
export function callWorkers(count: number, message: ServeMessage): void {
  try {
    while (workers.length < count) workers.push(startWorker());
  } catch {
    // the leader can do without
  }
  for (const worker of workers.slice(0, count)) worker.postMessage(message);
}

/** Whether this thread may share memory with workers and wait for them. */
export function canShareWork(): boolean {
  if (node) return true;
  const isWorker = typeof (globalThis as { importScripts?: unknown }).importScripts === 'function';
  return isWorker && globalThis.crossOriginIsolated === true;
}

/** How many threads the machine has. */
export function availableThreads(): number {
  if (node) return node.getBuiltinModule('os').availableParallelism();
  return globalThis.navigator?.hardwareConcurrency ?? 1;
}

function startWorker(): AnyWorker {
  if (!node) return new Worker(URL.createObjectURL(new Blob([WEB_SOURCE], { type: 'text/javascript' })));
  const { Worker: NodeWorker } = node.getBuiltinModule('worker_threads');
  const worker = new NodeWorker(new URL(`data:text/javascript,${encodeURIComponent(NODE_SOURCE)}`));
  worker.unref();
  return worker;
}
