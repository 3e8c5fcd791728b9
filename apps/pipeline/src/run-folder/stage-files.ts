import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

import type { Config } from '../config/config.js';
import type { Checkpoints } from '../engine/stages/checkpoints.js';
import { makeFolders } from '../files/make-folders.js';
import { asWriting } from '../files/write-error.js';
import { version } from '../version.js';

const folderOf = (out: string) => join(out, '.clv-stages');

/**
 * Checkpoints in a hidden folder of the run folder. A file is named by the hash of all that its content depends on (version,
 * config, cells of the input, stage) and begins with the hash of its content, so that neither a changed input nor a
 * half-written file is ever taken for a finished stage.
 *
 * @param resume false computes every stage again, and still keeps it.
 */
export function stageFiles(
  config: Config,
  inputHash: string | Promise<string>,
  resume: boolean,
): Checkpoints {
  const folder = folderOf(config.out);
  const { out: _, write: __, run_id: ___, rejects: ____, input: _____, ...decisive } = config;
  return {
    async keep<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
      const kept = resume && existsSync(folder) ? await readKept(await fileOf(stage)) : undefined;
      if (kept !== undefined) return deserialize(kept) as T;
      const made = await work();
      await writeKept(folder, await fileOf(stage), serialize(made));
      return made;
    },
  };

  async function fileOf(stage: string): Promise<string> {
    const content = JSON.stringify([version, process.version, decisive, await inputHash, stage]);
    return join(folder, `${stage}.${sha256(content).toString('hex').slice(0, 16)}`);
  }
}

/** Removes what was kept of a run that is whole. */
export const removeStageFiles = (out: string) =>
  asWriting(folderOf(out), (folder) => rm(folder, { recursive: true, force: true }));

const hashBytes = 32;
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest();

/** The content of a file that is whole; undefined where there is none. */
async function readKept(file: string): Promise<Buffer | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const content = bytes.subarray(hashBytes);
  return sha256(content).equals(bytes.subarray(0, hashBytes)) ? content : undefined;
}

/** A place that takes no file is told where the results are written; a run that is to break off nowhere needs none. */
async function writeKept(folder: string, file: string, content: Buffer): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    makeFolders(folder);
    await writeFile(unfinished, [sha256(content), content]);
    await rename(unfinished, file);
  } catch {
    await rm(unfinished, { force: true }).catch(() => {});
  }
}
