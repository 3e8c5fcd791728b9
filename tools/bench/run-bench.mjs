import { spawn } from 'node:child_process';

import { tablesOf } from './tables.mjs';

/** Runs one bench, shows what it prints as it comes, and keeps it: as lines, and the Markdown tables among them as rows. */
export function runBench({ name, command, folder, script }) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('close', (exitCode) => {
      const lines = output.trimEnd().split('\n');
      resolve({ name, command, exitCode, lines, tables: tablesOf(lines) });
    });
  });
}
