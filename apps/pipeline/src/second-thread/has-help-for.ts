import { hasRunner } from './run-task.js';

/** Fewer customers are done with sooner than they can be sent to another thread. */
const many = 100_000;

/** Whether there is another thread, and so many customers that it helps. */
export const hasHelpFor = (customers: number): boolean => hasRunner() && customers >= many;
