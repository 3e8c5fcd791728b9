import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import { type Asked, type Brought, type Errand, errands } from './errands.js';
import type { Reply } from './messages.js';

/** Where a build of the command has its runner; the sources and other builds have none. */
const place = new URL('./runner.js', import.meta.url);

let worker: Worker | undefined;
let sent = 0;
const awaited = new Map<number, (reply: Reply) => void>();

/** Calls for a thread that runs errands, so that it is ready by the time there are any. */
export function callRunner(): void {
  if (worker !== undefined || !existsSync(place)) return;
  worker = new Worker(place);
  worker.on('message', (reply: Reply) => awaited.get(reply.number)?.(reply));
  worker.on('error', dismiss);
  // Only now: whoever listens is waited for.
  worker.unref();
}

/** Whether an errand would be run beside what goes on here. */
export const hasRunner = () => worker !== undefined;

/** A runner that fails leaves its errands undone. */
function dismiss(): void {
  worker = undefined;
  for (const [number, bring] of awaited) bring({ number });
}

/** Runs an errand on the thread for them; here where there is none, or where it fails there, so that its error is whole. */
export async function runErrand<E extends Errand>(errand: E, ...asked: Asked<E>): Promise<Brought<E>> {
  const { brought } = worker === undefined ? {} : await send(worker, errand, asked);
  if (brought !== undefined) return brought.value as Brought<E>;
  const run = errands[errand] as unknown as (...asked: Asked<E>) => Promise<Brought<E>>;
  return run(...asked);
}

/** The process waits for what it has sent for. */
function send(runner: Worker, errand: Errand, asked: readonly unknown[]): Promise<Partial<Reply>> {
  const number = sent++;
  runner.ref();
  return new Promise<Reply>((bring) => {
    awaited.set(number, bring);
    runner.postMessage({ number, errand, asked });
  }).finally(() => {
    awaited.delete(number);
    if (awaited.size === 0) runner.unref();
  });
}
