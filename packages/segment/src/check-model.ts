import { ClvError } from '@clv/contracts';
import { widthOf } from './features/scaler.js';
import type { SegmentModel } from './segment-model.js';

/**
 * Passes what is a segment model of a version that is known here, with centres that fit its scaler.
 *
 * @throws ClvError `INVALID_MODEL`, with the path of what is wrong.
 */
export function assertSegmentModel(model: SegmentModel): void {
  const { format, version, scaler, centroids } = model ?? {};
  if (format !== 'clv-segments') refuse('format', `not a segment model: its format is ${format}`);
  if (version !== 1) refuse('version', `unknown version of clv-segments: ${version}`);
  if (!Array.isArray(scaler?.columns)) refuse('scaler', 'the segment model has no scaler');
  if (!Array.isArray(centroids) || centroids.length === 0) {
    refuse('centroids', 'the segment model has no centroids');
  }
  const dimensions = scaler.columns.reduce((sum, scaled) => sum + widthOf(scaled), 0);
  for (const [s, centroid] of centroids.entries()) {
    if (Array.isArray(centroid) && centroid.length === dimensions && centroid.every(Number.isFinite))
      continue;
    refuse(`centroids[${s}]`, `centroid ${s} of the segment model is not ${dimensions} numbers`);
  }
}

function refuse(path: string, message: string): never {
  throw new ClvError('INVALID_MODEL', message, { path });
}
