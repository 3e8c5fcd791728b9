import { makeFolders, removeEmptyFolders } from './make-folders.js';
// What is unfinished goes first, so that it is empty.
import './unfinished-files.js';
import { asWritingAtOnce } from './write-error.js';

/** What takes away the folders that were made for works which are not done yet. */
const leaving = new Set<() => void>();

// Whatever ends the process while it may still act, such as an interrupt, leaves no empty folder behind.
process.once('exit', () => {
  for (const leave of leaving) leave();
});

/**
 * Does some work in a folder, which is made where there is none, and is gone again where the work fails, or the process ends
 * meanwhile, and leaves it empty.
 *
 * @throws WriteError naming the folder where it cannot be made.
 */
export async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const made = asWritingAtOnce(folder, makeFolders);
  if (made === undefined) return work();
  const leave = () => removeEmptyFolders(folder, made);
  leaving.add(leave);
  try {
    return await work();
  } catch (cause) {
    leave();
    throw cause;
  } finally {
    leaving.delete(leave);
  }
}
