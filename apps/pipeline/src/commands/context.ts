import { lineProgress, terminalProgress } from '../terminal/progress.js';
import { type RunObserver, silentObserver } from '../engine/stages/stages.js';

/** The flags that every command takes. */
export interface CommonFlags {
  json?: boolean;
  quiet?: boolean;
  debug?: boolean;
}

/** Progress goes to standard error, so that standard output stays the answer. */
export function observerFor(flags: CommonFlags): RunObserver {
  if (flags.json || flags.quiet) return silentObserver;
  const rewrites = process.stderr.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return rewrites ? terminalProgress(process.stderr) : lineProgress(process.stderr);
}

/** Prints the answer: a document for a program, or text for a person. */
export function answer(flags: CommonFlags, document: () => unknown, text: () => string): void {
  if (flags.json) process.stdout.write(`${JSON.stringify(document(), null, 2)}\n`);
  else if (!flags.quiet) process.stdout.write(`${text()}\n`);
}
