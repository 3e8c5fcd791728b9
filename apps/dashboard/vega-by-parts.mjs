/**
 * Of `vega` Vega-Lite takes four small functions, which `vega-util` has too, and every part of Vega would come with them: maps,
 * forces, word clouds.
 */
export const vegaByParts = { alias: [{ find: /^vega$/, replacement: 'vega-util' }] };
