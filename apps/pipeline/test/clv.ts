import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a call of the command came to. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

const program = join(process.cwd(), 'bin', 'clv.js');

/** Calls the built `clv` as a shell would. */
export function clv(
  args: readonly string[],
  { cwd, stdin, env }: { cwd?: string; stdin?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(stdin);
  });
}
