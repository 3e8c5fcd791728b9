import { defineConfig } from 'vite';

import { minifyTwice } from './minify-twice.mjs';
import { terseTemplates } from './terse-templates.mjs';
import { vegaByParts } from './vega-by-parts.mjs';

/** The page that `clv serve` serves: what was built as a library, with all it needs, and no address but its own. */
export default defineConfig({
  root: 'site',
  base: './',
  plugins: [terseTemplates, minifyTwice],
  resolve: vegaByParts,
  worker: { format: 'es', plugins: () => [minifyTwice] },
  build: {
    outDir: '../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
});
