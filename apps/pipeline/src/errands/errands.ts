import type { fitSegments } from '@clv/segment';

import { settle } from '../output/settle.js';
import type { drawChart } from '../report/draw-chart.js';

/** What another thread can do for a run while it goes on: each errand takes and gives plain data. */
export const errands = {
  settle,
  fitSegments: async (...asked: Parameters<typeof fitSegments>) =>
    (await import('@clv/segment')).fitSegments(...asked),
  // A thread that draws nothing need not know how.
  drawChart: async (...asked: Parameters<typeof drawChart>): Promise<string> =>
    (await import('../report/draw-chart.js')).drawChart(...asked),
};

export type Errand = keyof typeof errands;
export type Asked<E extends Errand> = Parameters<(typeof errands)[E]>;
export type Brought<E extends Errand> = Awaited<ReturnType<(typeof errands)[E]>>;
