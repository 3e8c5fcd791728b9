import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * The regular files in a folder and below it, by their path in a URL. A request is answered only by looking its path up
 * here, as it was sent: no path is ever built from a request, so none can lead out of the folder. Links are left out, and so
 * is what of the folder is not there or may not be read: a run may be writing to it.
 */
export async function regularFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = await filesBelow(folder);
  return new Map(
    files.map((file) => [relative(folder, file).split(sep).map(encodeURIComponent).join('/'), file]),
  );
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const found = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}
