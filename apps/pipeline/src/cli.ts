import { program } from './commands/program.js';
import { isEnding, stopWork } from './commands/signals.js';
import { errorDocument, errorText, exitCodeOf } from './commands/user-facing-error.js';

// A reader that has seen enough (`clv synth | head -1`) is no fault of anyone's.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    void stopWork().finally(() => process.exit(0));
  });

const wants = (flag: string) => process.argv.includes(flag);

try {
  await program().parseAsync();
} catch (error) {
  if (isEnding()) await new Promise(() => {});
  // The standard output of a stream holds the stream.
  const documents = wants('--stream') || process.argv[2] === 'spark' ? process.stderr : process.stdout;
  if (wants('--json')) documents.write(`${JSON.stringify(errorDocument(error), null, 2)}\n`);
  else process.stderr.write(errorText(error, wants('--debug')));
  process.exitCode = exitCodeOf(error);
}
