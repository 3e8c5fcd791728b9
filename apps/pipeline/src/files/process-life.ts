import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where process numbers mean the same: a machine, and of its containers one. */
export const home: { host: string; namespace?: string } = {
  host: hostname(),
  namespace: told(() => readlinkSync('/proc/self/ns/pid')),
};

/** Whether there is a process of this number here; one that was killed and is not yet buried by its parent is none. */
export const isAlive = (processId: number): boolean =>
  takesSignals(processId) && !'ZX'.includes(statusOf(processId)?.[0] ?? 'R');

function takesSignals(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // A process of another user lives, and may not be signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process began, in a machine's own count: what tells it from a later one of its number. Undefined where that is not known. */
export const startOf = (processId: number): string | undefined => statusOf(processId)?.[19];

/** What Linux says of a process, from its state on; its name, before, may hold anything. */
const statusOf = (processId: number): string[] | undefined =>
  told(() => readFileSync(`/proc/${processId}/stat`, 'utf8'))
    ?.replace(/^.*\) /s, '')
    .split(' ');

function told(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
