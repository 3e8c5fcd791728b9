// Builds dist/clv-dashboard.standalone.js: every component, Vega and the worker in one script; beside it the licences of both.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { thirdParty } from '../../tools/licences/third-party.mjs';

import { terseTemplates } from './terse-templates.mjs';
import { vegaByParts } from './vega-by-parts.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The code of one self-contained function call, and the files that went into it. */
async function bundle(entry, name, plugins = []) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [terseTemplates, ...plugins],
    resolve: vegaByParts,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: here(entry), name, formats: ['iife'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [{ code, modules }] = output;
  return { code, files: Object.keys(modules).filter((file) => modules[file].renderedLength > 0) };
}

/** The worker is started from the script itself. */
const ownWorker = {
  name: 'own-worker',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/start-worker.js') ? here('src/standalone/start-worker.ts') : undefined,
};

/** A page that does not say how it is encoded has its scripts read as it is itself, and only ASCII is the same in all. */
const inAscii = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const worker = await bundle('src/what-if/what-if-worker.ts', 'work');
const components = await bundle('src/standalone/index.ts', 'clv', [ownWorker]);
await writeFile(
  here('dist/clv-dashboard.standalone.js'),
  inAscii(
    `/*! @clv/dashboard, MIT; what is inside: THIRD-PARTY.md of the package */
(function(){var clvWork=function(){${worker.code}};if(typeof document==="undefined")return clvWork();${components.code}globalThis.clv=clv})();\n`,
  ),
);
await writeFile(here('dist/THIRD-PARTY.md'), thirdParty([...worker.files, ...components.files]));
