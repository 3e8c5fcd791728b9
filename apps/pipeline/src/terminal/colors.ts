import type { WriteStream } from 'node:tty';
import pc from 'picocolors';

/**
 * Colours for what a stream shows: on a terminal, unless NO_COLOR is set; elsewhere only where FORCE_COLOR asks for them.
 * picocolors by itself also paints wherever CI is set, and takes FORCE_COLOR=0 for a yes.
 */
function colorsFor({ isTTY }: WriteStream) {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const forced = Boolean(FORCE_COLOR) && FORCE_COLOR !== '0';
  return pc.createColors(!NO_COLOR && (forced || (Boolean(isTTY) && TERM !== 'dumb')));
}

/** For answers, which go to standard output. */
export const colors = colorsFor(process.stdout);

/** For progress and errors, which go to standard error. */
export const errorColors = colorsFor(process.stderr);
