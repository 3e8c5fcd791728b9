import { ClvError } from '@clv/contracts';
import type { SegmentModel } from './segment-model.js';

/**
 * Passes what is a segment model of a version that is known here.
 *
 * @throws ClvError `INVALID_MODEL`
 */
export function assertSegmentModel(model: SegmentModel): void {
  const { format, version } = model ?? {};
  if (format !== 'clv-segments') {
    throw new ClvError('INVALID_MODEL', `not a segment model: its format is ${format}`, { path: 'format' });
  }
  if (version !== 1) {
    throw new ClvError('INVALID_MODEL', `unknown version of clv-segments: ${version}`, { path: 'version' });
  }
}
