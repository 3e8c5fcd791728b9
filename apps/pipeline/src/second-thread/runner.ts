// The thread that runs tasks; built as a file of its own next to the command.
import { parentPort } from 'node:worker_threads';

import { tasks } from './tasks.js';
import { memoryOf } from './memory-of.js';
import type { Reply, Request } from './messages.js';
import { asTask } from './under-way.js';

const run = tasks as Readonly<Record<string, (...asked: never[]) => Promise<unknown>>>;

parentPort!.on('message', async ({ number, task, asked }: Request) => {
  const work = () => run[task](...(asked as never[]));
  const reply = await (task === 'stop' ? work() : asTask(work)).then(
    (value): Reply => ({ number, brought: { value } }),
    (): Reply => ({ number }),
  );
  // The memory of the result is handed over rather than copied.
  parentPort!.postMessage(reply, memoryOf(reply));
  await charts();
});

/**
 * A run with a runner has a report to write, and the code that draws its charts takes longer to load than to run. Only once
 * a task is done: a run waits for the first one as soon as it begins.
 */
const charts = () => import('../report/charts/draw-chart.js');
