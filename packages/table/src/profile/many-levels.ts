/** From this many levels on, text is one feature of ranks rather than a feature a level, and may be free text. */
export const manyLevels = 16;
