import { defineConfig } from 'tsup';

/**
 * The command in a few files, what it imports within them: hundreds of modules take longer to find than to run. Outside
 * stay native code, what is hardly ever needed, and what is found by its place.
 */
export default defineConfig({
  entry: { cli: 'src/cli.ts' },
  format: ['esm'],
  target: 'node20',
  splitting: true,
  clean: false,
  noExternal: [/^(?!(@duckdb\/|ml-xgboost|pg$|pg-|@clv\/dashboard))/],
  // CommonJS inside asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as clvRequire } from 'node:module'; const require = clvRequire(import.meta.url);",
  },
});
