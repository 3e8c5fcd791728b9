import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Of a file that may not be there yet, in a folder that may not be there either. */
export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const folder = dirname(file);
    return folder === file ? file : join(realPath(folder), basename(file));
  }
}
