import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { newPackage } from './package.mjs';

const usage = `usage: npm run new:package -- NAME --floor 0|1|2 --question 'the one question it answers'`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { floor: { type: 'string' }, question: { type: 'string' } },
});
try {
  if (positionals.length !== 1) throw new Error(usage);
  const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
  const files = newPackage(root, { name: positionals[0], ...values });
  console.log(
    `${files.join('\n')}\n\nnext: npm install, then add the package's row to README.md and docs/architecture.md`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
