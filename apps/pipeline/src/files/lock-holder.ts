import { refusal } from '../faults/refusal.js';
import { home, isAlive, startOf } from './process-life.js';

/** Who writes to a folder: a process's number says who at its home alone, and not once a later process has it. */
interface Holder {
  pid: number;
  started?: string;
  since: string;
  host: string;
  namespace?: string;
}

/** A lock as it was found: its text, and for how many milliseconds it has given no sign of life. */
export interface FoundLock {
  text: string;
  silence: number;
}

/** After how long a silence a process that cannot be seen from here is taken to have ended, in milliseconds. */
const patience = 120_000;

/** What the lock of this process says. */
export function lockText(): string {
  const since = new Date().toISOString();
  const holder: Holder = { pid: process.pid, started: startOf(process.pid), since, ...home };
  return JSON.stringify(holder);
}

/** Undefined while it is only just being written. */
function holderOf(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/** Whether the process that a lock names still writes to its folder. */
export function isHeld({ text, silence }: FoundLock): boolean {
  const holder = holderOf(text);
  if (holder === undefined || !isHere(holder)) return silence < patience;
  if (!isAlive(holder.pid)) return false;
  return holder.started === undefined ? silence < patience : holder.started === startOf(holder.pid);
}

const isHere = ({ host, namespace }: Holder) => host === home.host && namespace === home.namespace;

/** The message for another process that wants to write to the folder. */
export function inUse(folder: string, { text, silence }: FoundLock) {
  const holder = holderOf(text);
  const remedy = 'wait until it has ended, or choose another folder';
  if (holder === undefined)
    return refusal(
      'folder-in-use',
      folder,
      `${folder} is in use: another process has begun to write to it; ${remedy}`,
    );
  const { pid, since, host } = holder;
  const seconds = (milliseconds: number) => `${Math.max(0, Math.round(milliseconds / 1000))} seconds`;
  const elsewhere = isHere(holder) ? '' : ` on ${host}`;
  const signs = isHere(holder)
    ? ''
    : ` (last heard of ${seconds(silence)} ago; after ${seconds(patience)} without a sign of life it is taken to have ended)`;
  return refusal(
    'folder-in-use',
    folder,
    `${folder} is in use: process ${pid}${elsewhere} has been writing to it since ${since.replace(/\.\d+Z$/, 'Z')}${signs}; ${remedy}`,
  );
}
