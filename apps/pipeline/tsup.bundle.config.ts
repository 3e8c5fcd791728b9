import { defineConfig } from 'tsup';
import { licencesBeside } from '../../tools/licences/esbuild-plugin.mjs';

/** The command in one file, to travel to machines that have nothing installed; native code goes beside it. */
export default defineConfig({
  entry: { clv: 'src/cli.ts' },
  outDir: 'generated/clv-engine/lib',
  outExtension: () => ({ js: '.mjs' }),
  format: ['esm'],
  target: 'node20',
  splitting: false,
  minify: true,
  clean: true,
  esbuildPlugins: [licencesBeside],
  noExternal: [/^(?!(@duckdb\/|ml-xgboost|pg$|pg-|@clv\/dashboard))/],
  // CommonJS inside asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as clvRequire } from 'node:module'; const require = clvRequire(import.meta.url);",
  },
});
