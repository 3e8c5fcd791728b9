import { makeFolders, removeEmptyFolders } from './make-folders.js';
import { asWritingAtOnce } from './write-error.js';

/**
 * Does some work in a folder, which is made where there is none, and is gone again where the work fails and leaves it empty.
 *
 * @throws WriteError naming the folder where it cannot be made.
 */
export async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const made = asWritingAtOnce(folder, makeFolders);
  try {
    return await work();
  } catch (cause) {
    if (made !== undefined) removeEmptyFolders(folder, made);
    throw cause;
  }
}
