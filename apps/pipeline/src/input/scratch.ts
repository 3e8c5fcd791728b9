import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A path for a file that is needed for as long as the process lives, and is gone after it. */
export async function scratchFile(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clv-'));
  folders.add(folder);
  return join(folder, name);
}
