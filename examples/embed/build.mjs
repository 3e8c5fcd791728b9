// Puts both pages into a folder each, over a run folder: node examples/embed/build.mjs [run folder] [where to]
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// As the dashboard's own tools; a project of yours has them in its package.json.
const dashboard = createRequire(here('../../apps/dashboard/package.json'));

const [run = 'out', to = here('dist')] = process.argv.slice(2);

await cp(here('plain'), join(to, 'plain'), { recursive: true });
await cp(dashboard.resolve('@clv/dashboard/standalone'), join(to, 'plain', 'clv-dashboard.standalone.js'));

const { build } = await import(dashboard.resolve('vite'));
await build({
  configFile: false,
  root: here('react'),
  base: './',
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: resolve(to, 'react'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
});

for (const page of ['plain', 'react']) await cp(run, join(to, page, 'run'), { recursive: true });
