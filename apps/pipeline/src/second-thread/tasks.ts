import type { evaluateChurn, rocAuc } from '@clv/churn';
import type { fillCoded } from '@clv/synth';

import type { hashOfBlock } from '../engine/customers/load/hash-of-block.js';
import type { trueValues } from '../engine/evidence/true-values.js';
import type { groupCustomers } from '../engine/models/group-customers.js';
import type { fillMonths } from '../engine/models/months-paid.js';
import type { drawChart } from '../report/charts/draw-chart.js';
import type { writeResultFiles } from '../run-folder/results/write-result-files.js';
import { endTasks } from './under-way.js';

/**
 * What a second thread can do for a run while it goes on. Each task takes and gives plain data, and its code is loaded only
 * when it is first asked for.
 */
export const tasks = {
  /** Of customers whose columns lie in shared memory. */
  fillCoded: async (...asked: Parameters<typeof fillCoded>) => {
    (await import('@clv/synth')).fillCoded(...asked);
    return true;
  },
  hashOfBlock: async (...asked: Parameters<typeof hashOfBlock>) =>
    (await import('../engine/customers/load/hash-of-block.js')).hashOfBlock(...asked),
  groupCustomers: async (...asked: Parameters<typeof groupCustomers>) =>
    (await import('../engine/models/group-customers.js')).groupCustomers(...asked),
  rocAuc: async (...asked: Parameters<typeof rocAuc>) => (await import('@clv/churn')).rocAuc(...asked),
  evaluateChurn: async (...asked: Parameters<typeof evaluateChurn>) =>
    (await import('@clv/churn')).evaluateChurn(...asked),
  /** Of customers whose months lie in shared memory. */
  fillMonths: async (...asked: Parameters<typeof fillMonths>) =>
    (await import('../engine/models/months-paid.js')).fillMonths(...asked),
  trueValues: async (...asked: Parameters<typeof trueValues>) =>
    (await import('../engine/evidence/true-values.js')).trueValues(...asked),
  drawChart: async (...asked: Parameters<typeof drawChart>) =>
    (await import('../report/charts/draw-chart.js')).drawChart(...asked),
  writeResultFiles: async (...asked: Parameters<typeof writeResultFiles>) =>
    (await import('../run-folder/results/write-result-files.js')).writeResultFiles(...asked),
  /** Breaks the others off. */
  stop: async (patience: number) => {
    await endTasks(patience);
    return true;
  },
};

export type Task = keyof typeof tasks;
export type TaskArguments<T extends Task> = Parameters<(typeof tasks)[T]>;
export type TaskResult<T extends Task> = Awaited<ReturnType<(typeof tasks)[T]>>;
