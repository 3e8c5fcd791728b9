import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Transferable, Worker } from 'node:worker_threads';

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
  const brought = await sendFor(errand, asked);
  if (brought !== undefined) return brought;
  const run = errands[errand] as unknown as (...asked: Asked<E>) => Promise<Brought<E>>;
  return run(...asked);
}

/**
 * Sends the runner on an errand.
 *
 * @param handedOver memory that is the runner's from now on.
 * @returns undefined where there is no runner, or where it failed.
 */
export async function sendFor<E extends Errand>(
  errand: E,
  asked: Asked<E>,
  handedOver: readonly Transferable[] = [],
): Promise<Brought<E> | undefined> {
  if (worker === undefined) return undefined;
  const reply = await send(worker, errand, asked, handedOver).catch(() => undefined);
  return reply?.brought?.value as Brought<E> | undefined;
}

/** The process waits for what it has sent for. */
function send(
  runner: Worker,
  errand: Errand,
  asked: readonly unknown[],
  handedOver: readonly Transferable[],
): Promise<Reply> {
  const number = sent++;
  runner.ref();
  return new Promise<Reply>((bring) => {
    awaited.set(number, bring);
    runner.postMessage({ number, errand, asked }, handedOver);
  }).finally(() => {
    awaited.delete(number);
    if (awaited.size === 0) runner.unref();
  });
}

/** A process that ends while its runner waits for DuckDB would break; the runner may have to end something else first. */
const leastPatience = 5000;

/** Has the runner break off what it does, for a process that is about to end: nobody hears of its errands any more. */
export async function stopRunner(patience: number): Promise<void> {
  awaited.clear();
  await Promise.race([sendFor('stop', [patience]), setTimeout(leastPatience)]);
}
