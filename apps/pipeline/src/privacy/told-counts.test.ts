import type { RunSummary } from '@clv/contracts';
import { checkOffers, defaultOffers } from '@clv/prescribe';

import { type ToldTable, toldOfCustomers, toldOfRun } from './told-counts.js';

const offers = checkOffers(defaultOffers);

/** Customers of whom so many of each segment (row) get each of the offers (column). */
function customers(table: readonly (readonly number[])[]) {
  const each = table.flatMap((row, s) => row.flatMap((count, o) => Array(count).fill([s, o]) as number[][]));
  return {
    segmentNames: table.map((_, s) => `segment ${s}`),
    segment: Int32Array.from(each, ([s]) => s),
    decision: { offers, choice: Int32Array.from(each, ([, o]) => o) },
  };
}

/** Which cells of a table are hidden, as `s-o`. */
const hiddenIn = ({ bySegment }: ToldTable) =>
  bySegment.flatMap((row, s) => row.flatMap((told, o) => (told === 'number' ? [] : [`${s}-${o}`])));

describe('toldOfCustomers', () => {
  it('tells all of a run that has no small group', () => {
    const told = toldOfCustomers(
      customers([
        [50, 9, 0],
        [40, 7, 30],
      ]),
    );
    expect(hiddenIn(told)).toEqual([]);
    expect(new Set([told.segments, told.offers, told.offeredOfSegment].flat())).toEqual(new Set(['number']));
    expect(told.offered).toBe('number');
  });

  it('hides with a small cell the cells that make a rectangle with it, and the rates that would tell them', () => {
    const told = toldOfCustomers(
      customers([
        [1749, 1, 0],
        [933, 210, 672],
        [1708, 333, 873],
      ]),
    );
    expect(hiddenIn(told)).toEqual(['0-0', '0-1', '1-0', '1-1']);
    expect(told.segments).toEqual(['number', 'number', 'number']);
    expect(told.offeredOfSegment).toEqual(['size', 'size', 'number']);
    expect(told.offered).toBe('number');
  });

  it('hides how many get an offer where they are a few, and with it those who get none', () => {
    const told = toldOfCustomers(
      customers([
        [300, 3, 0],
        [90, 0, 0],
      ]),
    );
    expect(told).toMatchObject({ offered: 'size', offers: ['size', 'size', 'number'] });
  });
});

describe('toldOfRun', () => {
  it('tells of a run in blocks what its summary of all customers allows, not its sample', () => {
    const run = {
      fitted: { rows: 90, of: 9000 },
      prescribed: customers([
        [40, 5, 0],
        [40, 5, 0],
      ]),
      summary: {
        segments: [
          { customers: 3, intervention_rate: 0 },
          { customers: 900, intervention_rate: 0.1 },
          { customers: 8097, intervention_rate: 0.5 },
        ],
        offers: [{ customers: 4861 }, { customers: 4139 }, { customers: 0 }],
      } as RunSummary,
    };
    expect(toldOfRun(run)).toEqual({
      segments: ['size', 'size', 'number'],
      offers: ['number', 'number', 'number'],
      offered: 'number',
      offeredOfSegment: ['nothing', 'nothing', 'number'],
    });
  });
});
