import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What makes a run send itself a signal as soon as it has kept a stage: however quick the machine is, it comes no further,
 * and however slow, that far.
 *
 * @returns what Node is to be told before the program.
 */
export function signalAtStage(folder: string, signal: 'SIGKILL' | 'SIGSTOP'): string[] {
  const module = join(folder, `${signal}.mjs`);
  writeFileSync(
    module,
    `import fs from 'node:fs/promises'; import { syncBuiltinESMExports } from 'node:module';
     const { rename } = fs;
     fs.rename = async (from, to) => {
       await rename(from, to);
       if (to.includes('.clv-stages')) process.kill(process.pid, '${signal}');
     };
     syncBuiltinESMExports();`,
  );
  return ['--import', module];
}
