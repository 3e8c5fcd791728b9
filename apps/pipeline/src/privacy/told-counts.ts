import type { RunSummary } from '@clv/contracts';

import { type Counted, countBySegment } from './count-by-segment.js';
import type { Count } from './count.js';
import { type Telling, tellingOf } from './telling-of.js';

/** What may be told of a run's counts; segments and offers in the order of its summary. */
export interface ToldCounts {
  segments: readonly Telling[];
  offers: readonly Telling[];
  /** How many get an offer. */
  offered: Telling;
  /** How many of each segment get an offer. */
  offeredOfSegment: readonly Telling[];
}

/** The same, and how many of each segment get each offer. */
export interface ToldTable extends ToldCounts {
  bySegment: readonly (readonly Telling[])[];
}

/** A run, and where only a sample of its customers was looked at one by one, of how many. */
interface Run {
  summary: RunSummary;
  prescribed: Counted;
  fitted?: object;
}

/** What is told of all customers of a run; of more than were looked at one by one, by what the summary says of them. */
export const toldOfRun = ({ summary, prescribed, fitted }: Run): ToldCounts =>
  fitted === undefined ? toldOfCustomers(prescribed) : toldOfSummary(summary);

/** What is told of a table of segments by offers, and of what it adds up to. */
export function toldOfCustomers(customers: Counted): ToldTable {
  const { offers } = customers.decision;
  const bySegment = countBySegment(customers).map((own, s) =>
    own.map((customers, o): Count => ({ from: `segment ${s}`, to: `offer ${o}`, customers })),
  );
  const segments = bySegment.map((own, s): Count => ({
    from: 'start',
    to: `segment ${s}`,
    customers: sum(own),
  }));
  const byOffer = offers.map((_, o): Count => ({
    from: `offer ${o}`,
    to: o === 0 ? 'end' : 'offered',
    customers: sum(bySegment.map((own) => own[o])),
  }));
  const offered: Count = { from: 'offered', to: 'end', customers: sum(byOffer.slice(1)) };
  const telling = tellingOf([...segments, ...bySegment.flat(), ...byOffer, offered]);
  return {
    segments: segments.map(telling),
    bySegment: bySegment.map((own) => own.map(telling)),
    offers: byOffer.map(telling),
    offered: telling(offered),
    // Beside the customers of a segment, those without an offer tell how many have one.
    offeredOfSegment: segments.map((count, s) => ofTotal(telling(count), telling(bySegment[s][0]))),
  };
}

function toldOfSummary({ segments, offers }: RunSummary): ToldCounts {
  const ofSegments = segments.map(({ customers }, s): Count => ({
    from: 'start',
    to: `segment ${s}`,
    customers,
  }));
  const offeredOf = segments.map(({ customers, intervention_rate }, s): Count => ({
    from: `segment ${s}`,
    to: 'offered',
    customers: Math.round(customers * intervention_rate),
  }));
  const noneOf = offeredOf.map(({ from, customers }, s): Count => ({
    from,
    to: 'none',
    customers: ofSegments[s].customers - customers,
  }));
  const byOffer = offers.map(({ customers }, o): Count => ({
    from: o === 0 ? 'none' : 'offers',
    to: 'end',
    customers,
  }));
  const offered: Count = { from: 'offered', to: 'offers', customers: sum(byOffer.slice(1)) };
  const telling = tellingOf([...ofSegments, ...offeredOf, ...noneOf, ...byOffer, offered]);
  return {
    segments: ofSegments.map(telling),
    offers: byOffer.map(telling),
    offered: telling(offered),
    offeredOfSegment: ofSegments.map((count, s) =>
      ofTotal(telling(count), telling(noneOf[s]), telling(offeredOf[s])),
    ),
  };
}

/** Of a total that is told, a part is told as exactly as all are that it follows from. */
function ofTotal(total: Telling, ...parts: Telling[]): Telling {
  if (total !== 'number' || parts.includes('nothing')) return 'nothing';
  return parts.includes('size') ? 'size' : 'number';
}

const sum = (counts: readonly Count[]) => counts.reduce((total, { customers }) => total + customers, 0);
