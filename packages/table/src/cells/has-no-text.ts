import { ownText } from './own-text.js';

/** Whether a cell is an object without a text of its own: each would be `[object Object]`, and seem the same as any other. */
export const hasNoText = (cell: unknown): boolean =>
  typeof cell === 'object' &&
  cell !== null &&
  !(cell instanceof Date) &&
  ownText(cell).startsWith('[object ');
