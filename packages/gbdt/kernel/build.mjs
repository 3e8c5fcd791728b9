// Compiles the kernel twice, with and without threads, into src/generated/kernel.ts as base64, so that the WebAssembly travels
// inside the package's JavaScript. Does nothing where that file was made from the same sources.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const kernel = dirname(fileURLToPath(import.meta.url));
const target = join(kernel, '../src/generated/kernel.ts');
const baseDir = join(kernel, '..');
const common =
  '-O3 --converge --noAssert --runtime stub --importMemory --initialMemory 1 --maximumMemory 65536 --memoryBase 4096 --use abort= ' +
  '--enable simd --enable bulk-memory';
const builds = {
  threadedKernel: `${common} --enable threads --sharedMemory`,
  singleKernel: `${common} --disable threads`,
};

const stamp = `// Made by kernel/build.mjs from sources ${digest()}`;
if (!isCurrent()) {
  const lines = [stamp];
  for (const [name, flags] of Object.entries(builds))
    lines.push(`export const ${name} =\n  '${Buffer.from(await compile(flags)).toString('base64')}';`);
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, `${lines.join('\n')}\n`);
  renameSync(draft, target);
}

async function compile(flags) {
  let binary;
  const entry = relative(baseDir, join(kernel, 'index.ts'));
  const { error, stderr } = await asc.main([entry, '--baseDir', baseDir, '--outFile', 'kernel.wasm', ...flags.split(' ')], {
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm') binary = contents;
    },
  });
  if (error) throw new Error(`the kernel does not compile: ${error.message}\n${stderr.toString()}`);
  return binary;
}

function digest() {
  const hash = createHash('sha256');
  for (const file of readdirSync(kernel).sort()) hash.update(file).update(readFileSync(join(kernel, file)));
  return hash.digest('hex').slice(0, 16);
}

function isCurrent() {
  try {
    return readFileSync(target, 'utf8').startsWith(stamp);
  } catch {
    return false;
  }
}
