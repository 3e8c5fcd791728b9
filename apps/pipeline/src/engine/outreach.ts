import type { EngineRun } from './run-engine.js';

/** One customer to call: likely to leave, still here, and worth keeping. */
export interface OutreachEntry {
  id: string;
  segment: string;
  pChurn: number;
  clv: number;
  offer: string;
  gain: number;
}

/** The customers with the most value among those more likely to leave than to stay; nobody who has left already. */
export function priorityOutreach(run: EngineRun, top: number): OutreachEntry[] {
  const { customers, pChurn, clv, assignment, segments, prescription } = run;
  const { values, choice, offers } = prescription;
  const ids =
    customers.schema.roles.id === undefined ? undefined : customers.columns[customers.schema.roles.id];
  return [...customers.prescribed.keys()]
    .map((i) => ({ i, row: customers.prescribed[i] }))
    .filter(({ row }) => pChurn[row] > 0.5 && customers.labels[row] !== 1)
    .sort((a, b) => clv[b.row] - clv[a.row] || a.row - b.row)
    .slice(0, top)
    .map(({ i, row }) => ({
      id: String(ids?.[row] ?? row + 1),
      segment: segments.names[assignment.segment[row]],
      pChurn: pChurn[row],
      clv: clv[row],
      offer: offers[choice[i]].label,
      gain: values.gain[i * offers.length + choice[i]],
    }));
}
