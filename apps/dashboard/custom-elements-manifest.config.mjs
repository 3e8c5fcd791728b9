// Writes dist/custom-elements.json, which says what each element takes, tells and lets be styled, and VS Code's data from it.
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** `tell(name, detail)` sends events that the JSDoc names; the variable is none of them. */
const namedEventsOnly = {
  name: 'named-events-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules)
      for (const declaration of declarations)
        declaration.events = declaration.events?.filter(({ name }) => name !== 'name');
  },
};

export default {
  globs: ['src/components/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [namedEventsOnly, customElementVsCodePlugin({ outdir: 'dist', hideLogs: true })],
};
