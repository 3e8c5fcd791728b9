import { cheapestWay } from './cheapest-way.js';
import type { Count } from './count.js';
import { fewest, isFew } from './small-counts.js';

/** What may be told of a count: its number, only whether that is small, or nothing. */
export type Telling = 'number' | 'size' | 'nothing';

/**
 * What may be told of counts, so that nobody can work out the small ones, those of 1 to 4 customers, from the others. Of small
 * ones the size alone is told, and so it is of the smallest others by which, as far as a reader can tell, each small one could
 * be anything from 1 to 4. Where these do not do, it is of all counts of nobody as well, so that a small one could be nobody;
 * where nothing does, as among a handful of customers, nothing is told of any.
 *
 * Counts that add up are a flow: a small one can be another just where what it takes more goes back another way, from count
 * to count that are not told either. So each gets the cheapest such way (Castro (2007), A shortest-paths heuristic for
 * statistical data protection in positive tables).
 */
export function tellingOf(counts: readonly Count[]): (count: Count) => Telling {
  const hidden = hideFrom(1, counts) ?? hideFrom(0, counts);
  return (count) => (hidden === undefined ? 'nothing' : hidden.has(count) ? 'size' : 'number');
}

/** @param least how many a hidden count is of at the least. */
function hideFrom(least: number, counts: readonly Count[]): ReadonlySet<Count> | undefined {
  const few = counts.filter(({ customers }) => isFew(customers));
  const nobody = least === 0 ? counts.filter(({ customers }) => customers === 0) : [];
  // Where every count of nobody is told, none that is hidden is one.
  if (least === 0 && nobody.length === 0) return undefined;
  const hidden = new Set([...few, ...nobody]);
  const hideWay = (besides: Count, start: string, end: string, most: number) => {
    for (let amount = most; amount > 0; amount--) {
      const way = cheapestWay(counts, { start, end, amount, besides, hidden, least });
      if (way === undefined) continue;
      for (const count of way) hidden.add(count);
      return true;
    }
    return false;
  };
  for (const count of few) {
    const { from, to, customers } = count;
    const couldBeMore = hideWay(count, to, from, fewest - 1 - customers);
    const couldBeFewer = hideWay(count, from, to, customers - least);
    if (!couldBeMore && !couldBeFewer) return undefined;
  }
  return hidden;
}
