import type { Count } from './count.js';
import { fewest } from './small-counts.js';

interface Wanted {
  start: string;
  end: string;
  /** How many customers are to go that way. */
  amount: number;
  /** The count that it leads around. */
  besides: Count;
  hidden: ReadonlySet<Count>;
  /** How many a count is of at the least that may be hidden. */
  least: number;
}

interface Neighbour {
  next: string;
  count: Count;
}

interface Step {
  count?: Count;
  back: string;
  cost: number;
}

/**
 * The way from one total to another along which so many customers could be counted otherwise without a count that ceases to be
 * what it is called, few or not, and for which the fewest customers more have to be hidden; undefined where there is none.
 */
export function cheapestWay(
  counts: readonly Count[],
  { start, end, amount, besides, hidden, least }: Wanted,
): Count[] | undefined {
  const neighbours = neighboursOf(
    counts.filter((count) => count !== besides && count.customers >= least),
    amount,
    least,
  );
  const reached = new Map<string, Step>([[start, { back: start, cost: 0 }]]);
  const open = new Set([start]);
  while (open.size > 0) {
    const at = [...open].reduce((one, other) =>
      reached.get(other)!.cost < reached.get(one)!.cost ? other : one,
    );
    if (at === end) return wayTo(end, reached);
    open.delete(at);
    for (const { next, count } of neighbours.get(at) ?? []) {
      const cost = reached.get(at)!.cost + (hidden.has(count) ? 0 : 1 + count.customers);
      if (cost >= (reached.get(next)?.cost ?? Infinity)) continue;
      reached.set(next, { count, back: at, cost });
      open.add(next);
    }
  }
  return undefined;
}

/** From each total the next ones, by a count that could be so much higher or, against its direction, lower. */
function neighboursOf(counts: readonly Count[], amount: number, least: number): Map<string, Neighbour[]> {
  const neighbours = new Map<string, Neighbour[]>();
  const add = (at: string, next: string, count: Count) => {
    const known = neighbours.get(at);
    if (known) known.push({ next, count });
    else neighbours.set(at, [{ next, count }]);
  };
  for (const count of counts) {
    if (canGrow(count, amount)) add(count.from, count.to, count);
    if (canShrink(count, amount, least)) add(count.to, count.from, count);
  }
  return neighbours;
}

const canGrow = ({ customers }: Count, amount: number) => customers >= fewest || customers + amount < fewest;

const canShrink = ({ customers }: Count, amount: number, least: number) =>
  customers - amount >= (customers < fewest ? least : fewest);

function wayTo(end: string, reached: ReadonlyMap<string, Step>): Count[] {
  const { count, back } = reached.get(end)!;
  return count ? [...wayTo(back, reached), count] : [];
}
