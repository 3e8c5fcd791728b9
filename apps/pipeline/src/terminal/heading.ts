import { colors } from './colors.js';

/** The head of a section, with a blank line before it. */
export const heading = (text: string) => `\n${colors.bold(text)}`;
