import { stopQueries } from '../duckdb/open-connections.js';

let underWay = 0;
const ending = new AbortController();

/** Aborts once this thread is to end: what waits for another thread waits in vain. */
export const endingSignal = ending.signal;

/** Keeps in mind that a task is under way; none begins on a thread that is to end. */
export async function asTask<T>(run: () => Promise<T>): Promise<T> {
  if (ending.signal.aborted) throw new Error('the thread is to end');
  underWay++;
  try {
    return await run();
  } finally {
    underWay--;
  }
}

/**
 * Breaks off the tasks of this thread, and waits until none is under way, but no longer than `patience` milliseconds: a
 * thread that ends while DuckDB is loaded, or owes it an answer, takes the process with it.
 */
export async function endTasks(patience: number): Promise<void> {
  ending.abort();
  await stopQueries(patience, () => underWay > 0);
}
