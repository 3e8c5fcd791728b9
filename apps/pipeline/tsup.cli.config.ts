import { defineConfig } from 'tsup';
import { licencesBeside } from '../../tools/licences/esbuild-plugin.mjs';

/**
 * The command in a few files, what it imports within them: hundreds of modules take longer to find than to run. Outside
 * stay native code, what is hardly ever needed, and what is found by its place.
 */
export default defineConfig({
  entry: { cli: 'src/cli.ts', runner: 'src/second-thread/runner.ts' },
  format: ['esm'],
  target: 'node20',
  splitting: true,
  clean: false,
  noExternal: [/^(?!(@duckdb\/|ml-xgboost|pg$|pg-|@clv\/dashboard))/],
  // CommonJS inside asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as clvRequire } from 'node:module'; const require = clvRequire(import.meta.url);",
  },
  esbuildPlugins: [
    licencesBeside,
    {
      // What makes Arquero's tables of synthetic customers, which the command has no use for, would bring it all of Arquero
      // at its start.
      name: 'no-arquero-in-synth',
      setup(build) {
        build.onResolve({ filter: /^arquero$/ }, ({ importer }) =>
          /packages[\\/]synth/.test(importer) ? { path: 'arquero', namespace: 'none' } : undefined,
        );
        build.onLoad({ filter: /./, namespace: 'none' }, () => ({
          contents: 'export const table = undefined;',
        }));
      },
    },
  ],
});
