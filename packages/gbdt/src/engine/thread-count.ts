import type { Fault, FeatureMatrix } from '@clv/contracts';
import { availableThreads, canShareWork } from './workers.js';

const MAX_THREADS = 64;
const DEFAULT_MAX_THREADS = 8;
const VALUES_WORTH_THREADS = 200_000;

export function checkThreads(threads: number | undefined): Fault[] {
  if (threads === undefined || (Number.isSafeInteger(threads) && threads >= 1 && threads <= MAX_THREADS))
    return [];
  const message = `threads must be a whole number from 1 to ${MAX_THREADS}: ${String(threads)}`;
  return [{ rule: 'option', message, path: 'threads', value: threads }];
}

/** As many as were asked for, where the host lets threads share memory; else one. */
export function sharedThreads(threads: number): number {
  return canShareWork() ? threads : 1;
}

/** All of the machine's, within reason; one where a table is too small to share. */
export function defaultThreads({ rows, columns }: Pick<FeatureMatrix, 'rows' | 'columns'>): number {
  return rows * columns < VALUES_WORTH_THREADS ? 1 : allThreads();
}

/** All of the machine's, within reason. */
export const allThreads = () => Math.min(availableThreads(), DEFAULT_MAX_THREADS);
