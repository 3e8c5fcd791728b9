import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The regular files in a folder and below it, by their path in a URL. A request is answered only by looking its path up
 * here, as it was sent: no path is ever built from a request, so none can lead out of the folder. Links are left out.
 */
export async function regularFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).split(sep).map(encodeURIComponent).join('/'), file]),
  );
}
