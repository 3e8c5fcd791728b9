import { yieldToHost } from './yield-to-host.js';

/**
 * The memory of the last call, for the next one of its kind. The engines count none of what a shared memory holds, so that
 * one which nobody uses is collected late: several models in a row would hold as many memories at once.
 */
const spare = new Map<boolean, WeakRef<WebAssembly.Memory>>();

/** How many memories still have workers in them, who are on their way home. */
let leaving = 0;

/** Workers are home in less, in milliseconds, unless the machine has other work; a memory of its own is then made for the call. */
const patience = 5;

/**
 * A memory that was used before, all zeros, as a new one is: a kernel reads rows four at a time, and what stands past the last
 * one counts among the gradients that it scales by. Undefined where there is none. Workers that are just leaving are waited
 * for: what they have seen of a memory keeps it, and they hardly ever collect their garbage.
 */
export async function spareMemory(shared: boolean): Promise<WebAssembly.Memory | undefined> {
  const end = performance.now() + patience;
  while (shared && leaving > 0 && performance.now() < end) await yieldToHost();
  const memory = spare.get(shared)?.deref();
  spare.delete(shared);
  if (memory) new Uint8Array(memory.buffer).fill(0);
  return memory;
}

/** Leaves a memory to the next call, once the workers that were called to it are gone. */
export function leaveMemory(memory: WebAssembly.Memory, workersHome?: Promise<void>): void {
  if (workersHome === undefined) {
    spare.set(false, new WeakRef(memory));
    return;
  }
  leaving++;
  void workersHome.then(() => {
    leaving--;
    spare.set(true, new WeakRef(memory));
  });
}
