import { finished } from 'node:stream/promises';

import { cannotRead } from './cannot-read.js';
import { isGzipped, textBytes } from './text-bytes.js';

/**
 * Refuses compressed files that break off or are damaged. DuckDB takes what it can unpack of one for all of it, and does not add up
 * what it unpacks.
 *
 * @param name what to call a file that is alone.
 * @throws InvalidInputError naming the file.
 */
export async function refuseBrokenGzip(files: readonly string[], name: string): Promise<void> {
  for (const file of files.filter(isGzipped))
    await finished(textBytes(file).resume()).catch((cause: Error) => {
      throw cannotRead(files.length > 1 ? file : name, cause);
    });
}
