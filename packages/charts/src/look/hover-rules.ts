import type { Layer } from './labelled-bars.js';

/** Unseen rules over the whole height at every row of a line, so that pointing anywhere at a line tells its row. */
export const hoverRules = (field: string): Layer => ({
  mark: { type: 'rule', strokeWidth: 8, opacity: 0, aria: false },
  encoding: { x: { field }, y: { value: 0 }, y2: { value: 'height' } },
});
