import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { newComponent } from './component.mjs';

const usage = `usage: npm run new:component -- NAME --finding 'what its title will say'`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { finding: { type: 'string' } },
});
try {
  if (positionals.length !== 1) throw new Error(usage);
  const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
  const files = newComponent(root, { name: positionals[0], ...values });
  console.log(
    `${files.join('\n')}\n\nnext: give it its chart or figures, and its row in apps/dashboard/README.md`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
