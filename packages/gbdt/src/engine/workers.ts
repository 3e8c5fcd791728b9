/** A message that makes a worker join a kernel's work until the leader dismisses it. */
export interface ServeMessage {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
}

interface AnyWorker {
  postMessage(message: ServeMessage): void;
}

/** A worker, and who waits for it to come home, the first it was called by first. */
interface Employed {
  worker: AnyWorker;
  waiting: (() => void)[];
}

const SERVE = `({ module, memory }) => new WebAssembly.Instance(module, { env: { memory } }).exports.serve()`;
const NODE_SOURCE = `import { parentPort } from 'node:worker_threads'; const serve = ${SERVE}; parentPort.on('message', (data) => { serve(data); parentPort.postMessage(0); });`;
const WEB_SOURCE = `const serve = ${SERVE}; onmessage = ({ data }) => { serve(data); postMessage(0); };`;

/** Workers are kept for the next call: starting one takes longer than training on a small table. */
const workers: Employed[] = [];

const node = globalThis.process?.versions?.node === undefined ? undefined : globalThis.process;

/**
 * Asks `count` workers to join. They come when they can: a leader never waits for one, and where the host refuses to
 * start them (a content security policy without `worker-src blob:`) it works alone.
 *
 * @returns resolves when all have been there and left: nobody looks at the memory any more.
 */
export function callWorkers(count: number, message: ServeMessage): Promise<void> {
  try {
    while (workers.length < count) workers.push(employ());
  } catch {
    // the leader can do without
  }
  const called = workers.slice(0, count);
  const home = called.map(({ waiting }) => new Promise<void>((resolve) => waiting.push(resolve)));
  for (const { worker } of called) worker.postMessage(message);
  return Promise.all(home).then(() => {});
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

function employ(): Employed {
  const waiting: (() => void)[] = [];
  return { worker: startWorker(() => waiting.shift()?.()), waiting };
}

function startWorker(onHome: () => void): AnyWorker {
  if (!node) {
    const worker = new Worker(URL.createObjectURL(new Blob([WEB_SOURCE], { type: 'text/javascript' })));
    worker.onmessage = onHome;
    return worker;
  }
  const { Worker: NodeWorker } = node.getBuiltinModule('worker_threads');
  const worker = new NodeWorker(new URL(`data:text/javascript,${encodeURIComponent(NODE_SOURCE)}`));
  worker.on('message', onHome);
  worker.unref();
  return worker;
}
