import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a call of the command came to. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The built command. */
export const program = join(process.cwd(), 'bin', 'clv.js');

/** Circumstances in which a command writes plain text, whatever the terminal that the tests run on. */
export const plainText: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

export interface Circumstances {
  cwd?: string;
  stdin?: string | Buffer;
  env?: NodeJS.ProcessEnv;
  /** Whom the command runs as. */
  uid?: number;
  /** On how many processors; all that there are by default. */
  processors?: 1;
  /** What Node is told before the program. */
  before?: readonly string[];
  /** A signal to send, so many milliseconds after something has come about. */
  kill?: { signal: NodeJS.Signals; once: () => boolean; after: number };
}

/** Calls the built `clv` as a shell would. */
export function clv(
  args: readonly string[],
  { cwd, stdin, env, uid, processors, before = [], kill }: Circumstances = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const [first, ...rest] = [
      ...(processors ? ['taskset', '-c', '0'] : []),
      process.execPath,
      ...before,
      program,
      ...args,
    ];
    const child = spawn(first, rest, {
      cwd,
      uid,
      env: { ...plainText, ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    const watch = setInterval(() => {
      if (!kill?.once()) return;
      clearInterval(watch);
      setTimeout(() => child.kill(kill.signal), kill.after);
    }, 5);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code, stdout, stderr });
    });
    // A command that has ended does not read on.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}
