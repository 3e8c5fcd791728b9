import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { benchesOf } from './benches.mjs';
import { machine } from './machine.mjs';
import { benchmarksPage } from './page.mjs';
import { hasAllQuoted, quotesOf, requoted } from './quotes.mjs';
import { runBench } from './run-bench.mjs';

/**
 * `npm run bench` runs every bench, `npm run bench -- gbdt 'pipeline scale'` those of these names. What they print
 * takes the place of what stood for them in bench/results.json; docs/benchmarks.md and what pages quote are written anew from
 * it.
 */
const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const file = join(root, 'bench/results.json');
const words = process.argv.slice(2);
const all = benchesOf(root);
const chosen = all.filter(({ name }) => words.length === 0 || words.includes(name));
if (chosen.length === 0) {
  console.error(
    `no bench is called ${words.join(' or ')}; there are ${all.map(({ name }) => name).join(', ')}`,
  );
  process.exit(1);
}

const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).benches : [];
const results = new Map(known.map((result) => [result.name, result]));
const failed = [];
const pages = execFileSync('git', ['ls-files', '--', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .map((path) => join(root, path));
const quotes = pages.flatMap((page) => quotesOf(readFileSync(page, 'utf8')));
for (const bench of chosen) {
  console.log(`\n== ${bench.name}: ${bench.command}`);
  const { exitCode, ...printed } = await runBench(bench);
  if (exitCode !== 0) failed.push(`${bench.name} ended with ${exitCode}; its earlier figures stay`);
  else if (!hasAllQuoted(printed, quotes))
    failed.push(`${bench.name} did not print all that pages quote; its earlier figures stay`);
  else results.set(bench.name, { ...printed, ...machine() });
}

const benches = all.flatMap(({ name }) => results.get(name) ?? []);
mkdirSync(join(root, 'bench'), { recursive: true });
writeFileSync(file, `${JSON.stringify({ benches }, null, 2)}\n`);
writeFileSync(join(root, 'docs/benchmarks.md'), benchmarksPage(benches));
for (const page of pages) writeFileSync(page, requoted(readFileSync(page, 'utf8'), benches));
console.log('\nwritten: bench/results.json, docs/benchmarks.md, and what pages quote');
for (const fault of failed) console.error(fault);
process.exitCode = failed.length === 0 ? 0 : 1;
