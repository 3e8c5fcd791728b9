import { counted } from './counted.js';

/** Said of an Arrow IPC stream that may be whole, and may not. */
export const noEndMark = (name: string, rows: number): string =>
  `${name} ended without Arrow's mark of its end, after ${counted(rows, 'customer')}: if what wrote it broke off, the others are missing`;
