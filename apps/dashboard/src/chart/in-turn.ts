import { nextTask } from '../next-task.js';

let last: Promise<unknown> = Promise.resolve();

/** Does heavy work piece by piece, each in a task of its own, so that the page answers in between. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(nextTask).then(work);
  last = done.catch(() => undefined);
  return done;
}
