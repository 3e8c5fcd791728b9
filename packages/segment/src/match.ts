import { InvalidInputError } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { assignSegments } from './assign.js';
import { assertSegmentModel } from './check-model.js';
import { translate } from './features/translate.js';
import { contingencyTable } from './matching/contingency.js';
import { leastCostAssignment } from './matching/least-cost.js';
import type { SegmentModel } from './segment-model.js';

/** Which segment of a new model continues which of the old. */
export interface SegmentMatch {
  /** For each segment of the new model the old one that it continues; null where it is new. */
  continues: (number | null)[];
  /** How far its centre has moved, in the old model's coordinates; null where it is new. */
  distance: (number | null)[];
  /** Segments of the old model that no new one continues. */
  ended: number[];
}

/**
 * Which segment of a new model continues which of an old one: one-to-one, with the least total distance between centres.
 *
 * @throws InvalidInputError where the models are of different columns.
 */
export function matchSegments(before: SegmentModel, after: SegmentModel): SegmentMatch {
  assertSegmentModel(before);
  assertSegmentModel(after);
  assertSameColumns(before, after);
  const ways = after.centroids.map((centroid) => {
    const place = translate(centroid, after.scaler, before.scaler);
    return before.centroids.map((old) => Math.hypot(...old.map((it, j) => it - place[j])));
  });
  const continues = matchAtLeastCost(ways, before.centroids.length);
  return {
    continues,
    distance: continues.map((old, s) => (old === null ? null : ways[s][old])),
    ended: before.centroids.map((_, old) => old).filter((old) => !continues.includes(old)),
  };
}

/**
 * The new model with the names of the segments that it continues, so that names do not jump between months. Whether they are
 * still true of value and risk only `nameSegments` can tell. Names that differ in both models differ in the result.
 *
 * @throws InvalidInputError where the models are of different columns; ClvError `INVALID_MODEL` where one is damaged.
 */
export function carryNames(before: SegmentModel, after: SegmentModel): SegmentModel {
  const { continues } = matchSegments(before, after);
  const names = continues.map((old) => (old === null ? undefined : before.names[old]));
  for (const [s, name] of after.names.entries()) names[s] ??= distinctFrom(name, names);
  return { ...after, names: names as string[] };
}

/** Who moved from which segment to which between two models. */
export interface Migration {
  /** Each row's segment in the old model. */
  from: Int32Array;
  /** Each row's segment in the new model, by the new model's numbers. */
  to: Int32Array;
  /** How many rows went from segment `a` of the old to segment `b` of the new model, at `[a][b]`. */
  counts: number[][];
  /** The share of rows whose new segment continues their old one, in [0, 1]. */
  stayed: number;
}

/**
 * Who moved where: each row of a table in two models.
 *
 * @throws InvalidInputError where the models are of different columns, and with every fault of those columns.
 */
export function migration(before: SegmentModel, after: SegmentModel, table: TableLike): Migration {
  const { continues } = matchSegments(before, after);
  const from = assignSegments(before, table).segment;
  const to = assignSegments(after, table).segment;
  const shape = { rows: before.centroids.length, columns: after.centroids.length };
  const stayed = from.reduce((sum, old, i) => sum + Number(continues[to[i]] === old), 0) / from.length;
  return { from, to, counts: contingencyTable(from, to, shape), stayed };
}

/** With more new segments than old ones, those that would have to come farthest are new. */
function matchAtLeastCost(ways: number[][], oldSegments: number): (number | null)[] {
  const spare = Math.max(0, ways.length - oldSegments);
  const cost = ways.map((row) => [...row, ...new Array<number>(spare).fill(0)]);
  return leastCostAssignment(cost).map((column) => (column < oldSegments ? column : null));
}

function assertSameColumns(before: SegmentModel, after: SegmentModel): void {
  const [old, now] = [before, after].map(({ scaler }) =>
    scaler.columns.map(({ kind, column }) => `${column} (${kind})`).join(', '),
  );
  if (old === now) return;
  const message = `segments of different columns cannot be matched: ${old} and ${now}`;
  throw new InvalidInputError([{ rule: 'different-columns', message }]);
}

function distinctFrom(name: string, taken: readonly (string | undefined)[]): string {
  for (let number = 1, free = name; ; number++) {
    if (!taken.includes(free)) return free;
    free = number === 1 ? `${name} (new)` : `${name} (new ${number})`;
  }
}
