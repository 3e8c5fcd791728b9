// Compiles a package's AssemblyScript into src/generated/kernel.ts as base64, so that the WebAssembly travels inside the
// package's JavaScript. Does nothing where that file was made from the same sources.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import asc from 'assemblyscript/asc';

/** `folder` holds the sources, index.ts the entry; `builds` names each constant and gives the compiler's flags for it. */
export async function compileKernel(folder, builds) {
  const target = join(folder, '../src/generated/kernel.ts');
  const stamp = `// Made by kernel/build.mjs from sources ${digestOf(folder)}`;
  if (isMadeFrom(stamp, target)) return;
  const lines = [stamp];
  for (const [name, flags] of Object.entries(builds)) {
    const binary = await compile(folder, flags);
    lines.push(`export const ${name} =\n  '${Buffer.from(binary).toString('base64')}';`);
  }
  mkdirSync(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, `${lines.join('\n')}\n`);
  renameSync(draft, target);
}

async function compile(folder, flags) {
  let binary;
  const baseDir = dirname(folder);
  const entry = relative(baseDir, join(folder, 'index.ts'));
  const { error, stderr } = await asc.main(
    [entry, '--baseDir', baseDir, '--outFile', 'kernel.wasm', ...flags.split(' ')],
    {
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') binary = contents;
      },
    },
  );
  if (error) throw new Error(`the kernel does not compile: ${error.message}\n${stderr.toString()}`);
  return binary;
}

function digestOf(folder) {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}

function isMadeFrom(stamp, file) {
  try {
    return readFileSync(file, 'utf8').startsWith(stamp);
  } catch {
    return false;
  }
}
