import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { benchesOf } from './benches.mjs';
import { machine } from './machine.mjs';
import { benchmarksPage } from './page.mjs';
import { runBench } from './run-bench.mjs';

/** `npm run bench`: every bench, or those whose name holds one of the words given (`npm run bench -- gbdt churn`). */
const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const words = process.argv.slice(2);
const benches = benchesOf(root).filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (benches.length === 0) {
  console.error(
    `no bench is called ${words.join(' or ')}; there are ${benchesOf(root)
      .map(({ name }) => name)
      .join(', ')}`,
  );
  process.exit(1);
}

const results = { ...machine(), benches: [] };
for (const bench of benches) {
  console.log(`\n== ${bench.name}: ${bench.command}`);
  results.benches.push(await runBench(bench));
}

mkdirSync(join(root, 'bench'), { recursive: true });
writeFileSync(join(root, 'bench/results.json'), `${JSON.stringify(results, null, 2)}\n`);
console.log('\nwritten: bench/results.json');
if (words.length === 0) {
  writeFileSync(join(root, 'docs/benchmarks.md'), benchmarksPage(results));
  console.log('written: docs/benchmarks.md');
}
const failed = results.benches.filter(({ exitCode }) => exitCode !== 0);
for (const { name, exitCode } of failed) console.error(`${name} ended with ${exitCode}`);
process.exitCode = failed.length === 0 ? 0 : 1;
