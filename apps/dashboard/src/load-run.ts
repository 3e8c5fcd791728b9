import { ClvData } from './clv-data.js';
import { nextTask } from './next-task.js';
import { fetchRun } from './run/fetch-run.js';
import { RunDataError } from './table/data-error.js';

/**
 * Fetches a run folder's summary and results; rejects with a `RunDataError` that says what to do.
 *
 * @param signal aborting it rejects with its reason (default: it goes on to its end).
 */
export async function loadRun(src: string, signal?: AbortSignal): Promise<ClvData> {
  if (typeof src !== 'string')
    throw new RunDataError(`src must be the address of a run folder: ${String(src)}`);
  const { results, summary, terms, evidence } = await fetchRun(src, signal);
  // Of a million customers each of these takes a while, so the page may answer in between.
  await nextTask();
  const run = ClvData.fromTable(results, summary, terms, evidence);
  await nextTask();
  void run.view;
  await nextTask();
  return run;
}
