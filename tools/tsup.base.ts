import { defineConfig, type Options } from 'tsup';

/** The one build of every library: ESM and CommonJS with types, dependencies left outside. */
export const library = (overrides: Options = {}) =>
  defineConfig({
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    dts: true,
    sourcemap: true,
    clean: true,
    treeshake: true,
    target: 'node20',
    ...overrides,
  });
