import { rename, stat } from 'node:fs/promises';

import { ClvError } from '@clv/contracts';

import { type FileKind, kindByContent } from './file-kind.js';
import { refusal } from '../faults/refusal.js';
import { asWriting } from '../files/write-error.js';
import { layIn, scratchFile } from '../files/scratch.js';
import { cannotRead } from './cannot-read.js';

interface Spooled {
  file: string;
  kind: FileKind;
}

let spooled: Promise<Spooled> | undefined;

/**
 * Writes standard input to a file, since tables are read more than once; its first bytes tell its kind. Whoever
 * asks again gets the same file.
 */
export const spoolStdin = (): Promise<Spooled> => (spooled ??= layDown());

async function layDown(): Promise<Spooled> {
  const laid = await scratchFile('stdin');
  const { size, kind, gzip } = await layAndLookAt(laid).catch((cause) => {
    throw cause instanceof ClvError ? cause : cannotRead('standard input', cause);
  });
  if (size === 0) throw refusal('empty-file', '-', 'standard input is empty');
  const file = `${laid}.${kind}${gzip ? '.gz' : ''}`;
  await asWriting(file, () => rename(laid, file));
  return { file, kind };
}

async function layAndLookAt(file: string) {
  await layIn(file, process.stdin);
  return { size: (await stat(file)).size, ...(await kindByContent(file)) };
}
