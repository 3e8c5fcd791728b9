import { ClvError, shapes, type Misshape } from '@clv/contracts';
import { widthOf, type Scaler } from './features/scaler.js';
import type { SegmentModel } from './segment-model.js';

const { exactly, finite, listOf, record, tagged, text } = shapes;

const columns = listOf(
  tagged('kind', {
    number: record(
      { column: text, median: finite, centre: finite, spread: finite },
      { knots: listOf(finite) },
    ),
    category: record({ column: text, levels: listOf(text), shares: listOf(finite), weight: finite }),
  }),
);
const scaler = record({ scale: exactly('standard', 'robust', 'rank'), columns });

/**
 * Passes what is a segment model of a version that is known here, with centres that fit its scaler.
 *
 * @throws ClvError `INVALID_MODEL`, with the path of what is wrong.
 */
export function assertSegmentModel(model: SegmentModel): void {
  const { format, version, centroids, names } = model ?? {};
  if (format !== 'clv-segments') refuse('format', `not a segment model: its format is ${String(format)}`);
  if (version !== 1) refuse('version', `unknown version of clv-segments: ${String(version)}`);
  if (!Array.isArray(model.scaler?.columns)) refuse('scaler', 'the segment model has no scaler');
  const misshape = scaler(model.scaler, 'scaler') ?? unlikeLevels(model.scaler);
  if (misshape) refuse(misshape.path, `${misshape.path} ${misshape.fault}`);
  if (!Array.isArray(centroids) || centroids.length === 0) {
    refuse('centroids', 'the segment model has no centroids');
  }
  const dimensions = model.scaler.columns.reduce((sum, scaled) => sum + widthOf(scaled), 0);
  for (const [s, centroid] of centroids.entries()) {
    if (Array.isArray(centroid) && centroid.length === dimensions && centroid.every(Number.isFinite))
      continue;
    refuse(`centroids[${s}]`, `centroid ${s} of the segment model is not ${dimensions} numbers`);
  }
  const unnamed = listOf(text, centroids.length)(names, 'names');
  if (unnamed) refuse('names', `${unnamed.path} ${unnamed.fault}`);
}

/** A category with a share for more or fewer levels than it has. */
function unlikeLevels({ columns }: Scaler): Misshape | undefined {
  for (const [c, scaled] of columns.entries()) {
    if (scaled.kind === 'number' || scaled.shares.length === scaled.levels.length) continue;
    return {
      path: `scaler.columns[${c}].shares`,
      fault: `must be one for each of ${scaled.levels.length} levels`,
    };
  }
  return undefined;
}

function refuse(path: string, message: string): never {
  throw new ClvError('INVALID_MODEL', message, { path });
}
