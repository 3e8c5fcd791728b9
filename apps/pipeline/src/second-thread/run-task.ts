import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type Transferable, Worker } from 'node:worker_threads';

import { type TaskArguments, type TaskResult, type Task, tasks } from './tasks.js';
import type { Reply } from './messages.js';

/** The runner of a build of the command; the sources and other builds have none. */
const place = new URL('./runner.js', import.meta.url);

let worker: Worker | undefined;
let sent = 0;
const awaited = new Map<number, (reply: Reply) => void>();

/** Starts the thread that runs tasks, so that it is ready by the time there are any. */
export function startRunner(): void {
  if (worker !== undefined || !existsSync(place)) return;
  worker = new Worker(place);
  worker.on('message', (reply: Reply) => awaited.get(reply.number)?.(reply));
  worker.on('error', dismiss);
  // Only now: adding a listener keeps the process alive.
  worker.unref();
}

/** Whether a task would run on another thread. */
export const hasRunner = () => worker !== undefined;

/** A runner that fails leaves its tasks undone. */
function dismiss(): void {
  worker = undefined;
  for (const [number, bring] of awaited) bring({ number });
}

/** Runs a task on the second thread; on this one where there is no other, or where it fails there, so that its error is whole. */
export async function runTask<T extends Task>(task: T, ...asked: TaskArguments<T>): Promise<TaskResult<T>> {
  const brought = await askRunner(task, asked);
  if (brought !== undefined) return brought;
  const run = tasks[task] as unknown as (...asked: TaskArguments<T>) => Promise<TaskResult<T>>;
  return run(...asked);
}

/**
 * Gives the runner a task.
 *
 * @param handedOver memory that is the runner's from now on.
 * @returns undefined where there is no runner, or where it failed.
 */
export async function askRunner<T extends Task>(
  task: T,
  asked: TaskArguments<T>,
  handedOver: readonly Transferable[] = [],
): Promise<TaskResult<T> | undefined> {
  if (worker === undefined) return undefined;
  const reply = await send(worker, task, asked, handedOver).catch(() => undefined);
  return reply?.brought?.value as TaskResult<T> | undefined;
}

/** The process does not end before the answer is there. */
function send(
  runner: Worker,
  task: Task,
  asked: readonly unknown[],
  handedOver: readonly Transferable[],
): Promise<Reply> {
  const number = sent++;
  runner.ref();
  return new Promise<Reply>((bring) => {
    awaited.set(number, bring);
    runner.postMessage({ number, task, asked }, handedOver);
  }).finally(() => {
    awaited.delete(number);
    if (awaited.size === 0) runner.unref();
  });
}

/** A process that ends while its runner waits for DuckDB would break; the runner may have to end something else first. */
const patience = 5000;

/** Makes the runner break off what it does, for a process that is about to end: its answers no longer matter. */
export async function stopRunner(): Promise<void> {
  awaited.clear();
  await Promise.race([askRunner('stop', [patience]), setTimeout(patience)]);
}
