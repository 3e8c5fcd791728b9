import { ClvError } from '@clv/contracts';

import { errorColors } from '../terminal/colors.js';

/** What neither the input nor the config can help. */
const notTheUsers: ReadonlySet<string> = new Set(['READ_FAILED', 'WRITE_FAILED', 'DATABASE_FAILED']);

/** 1: the user's input or config; 2: our fault or the machine's. */
export const exitCodeOf = (error: unknown): 1 | 2 =>
  error instanceof ClvError && !notTheUsers.has(error.code) ? 1 : 2;

/** An error as the user sees it: each fault on its own line, the stack only under `--debug`. */
export function errorText(error: unknown, debug: boolean): string {
  if (debug && error instanceof Error) return `${error.stack}\n`;
  const message = error instanceof Error ? error.message : String(error);
  return message
    .split('\n')
    .map((line) => `${errorColors.red('error:')} ${line}\n`)
    .join('');
}

/** The same for a program that reads: `--json` puts it on standard output. */
export function errorDocument(error: unknown): object {
  const { code = 'INTERNAL', faults } = error as { code?: string; faults?: readonly object[] };
  return {
    error: {
      code,
      message: error instanceof Error ? error.message : String(error),
      ...(faults && { faults }),
    },
  };
}
