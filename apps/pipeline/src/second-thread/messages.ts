import type { Task } from './tasks.js';

/** What a runner is asked for. */
export interface Request {
  number: number;
  task: Task;
  asked: readonly unknown[];
}

/** What it answers; a task that failed brings nothing. */
export interface Reply {
  number: number;
  brought?: { value: unknown };
}
