import type { Layer } from './labelled-bars.js';

/** A bar in the colour that its row has in every chart. */
export const coloredBar = (field: string): Layer => ({
  mark: { type: 'bar', height: 14 },
  encoding: { x: { field }, color: { field: 'color', type: 'nominal', scale: null } },
});
