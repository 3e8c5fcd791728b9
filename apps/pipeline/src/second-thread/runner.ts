// The thread that runs errands; a file of its own beside the command.
import { parentPort } from 'node:worker_threads';

import { errands } from './errands.js';
import { memoryOf } from './memory-of.js';
import type { Reply, Request } from './messages.js';

const run = errands as Readonly<Record<string, (...asked: never[]) => Promise<unknown>>>;

parentPort!.on('message', async ({ number, errand, asked }: Request) => {
  const reply = await run[errand](...(asked as never[])).then(
    (value): Reply => ({ number, brought: { value } }),
    (): Reply => ({ number }),
  );
  // What an errand brings is whose it was for: its memory goes along rather than being copied.
  parentPort!.postMessage(reply, memoryOf(reply));
});

// Whoever calls for a runner has a report to write: what draws its charts takes longer to load than they to draw.
await import('../report/draw-chart.js');
