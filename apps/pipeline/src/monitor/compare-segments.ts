import { InvalidInputError } from '@clv/contracts';
import { type SegmentMatch, matchSegments } from '@clv/segment';

import { toldGroups } from '../privacy/told-groups.js';
import type { MonitoredRun } from './monitored-run.js';
import type { Move, SegmentChange } from './monitor-report.js';

/** Which segments continue which, and who has moved between them. */
export function compareSegments(
  before: MonitoredRun,
  now: MonitoredRun,
): { change: SegmentChange; notices: string[] } {
  const { match, notices } = matched(before, now);
  const share = ({ summary }: MonitoredRun, segment: number) =>
    summary.segments[segment].customers / Math.max(1, summary.customers);
  const [old, current] = [before, now].map(({ scorer }) => scorer.segments.names);
  const segments = current.map((segment, s) => {
    const continued = match.continues[s];
    return {
      segment,
      continues: continued === null ? null : old[continued],
      before: continued === null ? null : share(before, continued),
      now: share(now, s),
    };
  });
  const migration = migrationOf(before, now, match);
  return {
    change: { segments, ended: match.ended.map((s) => old[s]), ...(migration && { migration }) },
    notices: migration ? notices : [...notices, haveIds(before, now) ? nobodyInBoth : withoutIds],
  };
}

const nobodyInBoth = 'No customer stands in both runs, so nobody has moved.';
const withoutIds = 'Customers have no id in both runs, so who has moved between segments cannot be told.';

const haveIds = (...runs: MonitoredRun[]) => runs.every(({ scorer }) => scorer.schema.roles.id !== undefined);

/** By the centres; where the segments are made of other columns, by their names. */
function matched(before: MonitoredRun, now: MonitoredRun): { match: SegmentMatch; notices: string[] } {
  const [old, current] = [before.scorer.segments, now.scorer.segments];
  try {
    return { match: matchSegments(old, current), notices: [] };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const continues = current.names.map((name) => {
      const s = old.names.indexOf(name);
      return s < 0 ? null : s;
    });
    const ended = [...old.names.keys()].filter((s) => !continues.includes(s));
    return {
      match: { continues, distance: continues.map(() => null), ended },
      notices: ['The segments are made of other columns than before, so they are matched by their names.'],
    };
  }
}

function migrationOf(before: MonitoredRun, now: MonitoredRun, { continues }: SegmentMatch) {
  if (!haveIds(before, now)) return undefined;
  const rowOf = new Map(before.ids.map((id, row) => [id, row]));
  const counts = new Map<string, Move>();
  let [customers, moved] = [0, 0];
  now.ids.forEach((id, row) => {
    const earlier = rowOf.get(id);
    if (earlier === undefined) return;
    customers++;
    const [from, to] = [before.segment[earlier], now.segment[row]];
    if (continues[to] === from) return;
    moved++;
    const key = `${from} ${to}`;
    const move = counts.get(key) ?? {
      from: before.scorer.segments.names[from],
      to: now.scorer.segments.names[to],
      customers: 0,
    };
    move.customers++;
    counts.set(key, move);
  });
  if (customers === 0) return undefined;
  const moves = toldGroups([...counts.values()]).sort((one, other) => other.customers - one.customers);
  return { customers, share: moved / customers, moves };
}
