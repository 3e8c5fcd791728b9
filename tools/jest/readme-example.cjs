const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Runs a ```ts block of a README, by default the first, as a program inside the package's folder, against the package
 * as built, and returns what it printed.
 */
function runReadmeExample(packageFolder, block = 0) {
  const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8');
  const example = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)][block];
  if (!example) throw new Error(`${packageFolder}/README.md has no ts example ${block}`);
  const { transformSync } = require('@swc/core');
  const { code } = transformSync(example[1], {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  const folder = mkdtempSync(join(packageFolder, '.readme-'));
  try {
    const program = join(folder, 'example.mjs');
    writeFileSync(program, code);
    return execFileSync(process.execPath, [program], {
      encoding: 'utf8',
      cwd: packageFolder,
      env: { ...process.env, FORCE_COLOR: '0' },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { runReadmeExample };
