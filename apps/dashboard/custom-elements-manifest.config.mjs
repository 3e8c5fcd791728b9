// Writes dist/custom-elements.json, which says what each element takes, tells and lets be styled, and VS Code's data from it.
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

export default {
  globs: ['src/components/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [customElementVsCodePlugin({ outdir: 'dist', hideLogs: true })],
};
