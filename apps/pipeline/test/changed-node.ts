import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What Node is told before a program, so that some of its calls on files do something else.
 *
 * @param change a program that is given `fs`.
 */
export function changedNode(folder: string, change: string): string[] {
  const module = join(folder, 'changed-node.mjs');
  writeFileSync(
    module,
    `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; ${change} syncBuiltinESMExports();`,
  );
  return ['--import', module];
}
