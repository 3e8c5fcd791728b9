import { CommanderError } from 'commander';

import { program } from './commands/program.js';
import { isEnding, stopWork } from './commands/signals.js';
import { errorDocument, errorText, exitCodeOf } from './commands/user-facing-error.js';
import { WriteError } from './files/write-error.js';

const wants = (flag: string) => process.argv.includes(flag);

for (const [name, stream] of [
  ['standard output', process.stdout],
  ['standard error', process.stderr],
] as const)
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    const error = new WriteError(name, cause);
    // A reader that has seen enough (`clv synth | head -1`) is no fault of anyone's.
    const isFault = cause.code !== 'EPIPE';
    if (isFault && stream === process.stdout) process.stderr.write(errorText(error, wants('--debug')));
    void stopWork().finally(() => process.exit(isFault ? exitCodeOf(error) : 0));
  });

try {
  await program().parseAsync();
} catch (error) {
  if (isEnding()) await new Promise(() => {});
  // Help has been shown; it is still on its way out.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else fail(error);
}

function fail(error: unknown): void {
  // The standard output of a stream holds the stream.
  const documents = wants('--stream') || process.argv[2] === 'spark' ? process.stderr : process.stdout;
  if (wants('--json')) documents.write(`${JSON.stringify(errorDocument(error), null, 2)}\n`);
  else process.stderr.write(errorText(error, wants('--debug')));
  process.exitCode = exitCodeOf(error);
}
