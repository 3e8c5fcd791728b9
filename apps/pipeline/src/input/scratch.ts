import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A path for a file that is needed for as long as the process lives, and is gone after it. */
export async function scratchFile(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clv-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}
