import fc from 'fast-check';
import { randomSource } from '@clv/contracts';
import { findLogRows, sumCounts, type ArmCount } from '../experiment/log-rows.js';
import { attritionNotices, differentialAttrition } from './attrition.js';

/** Arms whose outcomes are lost by chance, each with its share. */
function lostByLot(shares: Record<string, number>, customers: number, seed: number): ArmCount[] {
  const next = randomSource(seed);
  return Object.entries(shares).map(([offer, share]) => ({
    offer,
    customers,
    known: Array.from({ length: customers }, next).filter((u) => u >= share).length,
  }));
}

const alarms = (shares: Record<string, number>, customers: number) =>
  Array.from({ length: 400 }, (_, seed) => lostByLot(shares, customers, seed)).filter(
    (arms) => differentialAttrition(arms).isBeyondChance,
  ).length;

const counts = fc.array(
  fc
    .record({ offer: fc.constantFrom('none', 'call', 'gift'), customers: fc.nat(500), lost: fc.nat(500) })
    .map(({ offer, customers, lost }) => ({ offer, customers, known: Math.max(0, customers - lost) })),
  { maxLength: 6 },
);

describe('differentialAttrition', () => {
  it('cries out for chance alone no more than once in a thousand times, however few are lost', () => {
    expect(alarms({ none: 0.1, call: 0.1 }, 1000)).toBeLessThanOrEqual(2);
    expect(alarms({ none: 0.005, call: 0.005, gift: 0.005, mail: 0.005 }, 200)).toBeLessThanOrEqual(2);
  });

  it('finds a planted difference, be it of one arm among several', () => {
    expect(alarms({ none: 0.1, call: 0.2 }, 1000)).toBeGreaterThan(380);
    expect(alarms({ none: 0.1, call: 0.1, gift: 0.1, mail: 0.22 }, 1000)).toBeGreaterThan(380);
  });

  it('finds none where everything is known, or nothing, or there is one arm', () => {
    for (const known of [0, 100])
      expect(
        differentialAttrition([
          { offer: 'none', customers: 100, known },
          { offer: 'call', customers: 100, known },
        ]),
      ).toEqual({ pValue: 1, isBeyondChance: false });
    expect(differentialAttrition([{ offer: 'none', customers: 100, known: 50 }]).pValue).toBe(1);
    expect(differentialAttrition([]).pValue).toBe(1);
  });
});

describe('attritionNotices', () => {
  it('says nothing where every row has an offer and an outcome', () => {
    const arms = [{ offer: 'none', customers: 40, known: 40 }];
    expect(attritionNotices({ rows: 40, arms }, 'none')).toEqual([]);
  });

  it('counts those outside and those not known, and says in words what differential attrition does', () => {
    const arms = [
      { offer: 'none', customers: 400, known: 390 },
      { offer: 'call', customers: 400, known: 300 },
    ];
    expect(attritionNotices({ rows: 1000, arms }, 'none')).toEqual([
      '200 of 1,000 rows name no offer, nor none, and are not part of the experiment',
      'the outcome of 110 of 800 customers is not known: the others are taken to represent them',
      'differential attrition: the outcome is not known of 2.5% of none and 25.0% of call, which chance does not explain; those who are left may no longer be alike, and then effects are biased',
    ]);
  });
});

describe('attritionNotices with labels', () => {
  it('calls offers by them, and none as the log does where the log is spoken of', () => {
    const arms = [
      { offer: 'none', customers: 400, known: 390 },
      { offer: 'call', customers: 400, known: 300 },
    ];
    const [outside, , attrition] = attritionNotices({ rows: 1000, arms }, 'none', {
      none: 'No offer',
      call: 'A call',
    });
    expect(outside).toContain('nor none,');
    expect(attrition).toContain('2.5% of No offer and 25.0% of A call, which');
  });
});

describe('sumCounts', () => {
  it('of parts is the same in whichever order and grouping they come', () => {
    fc.assert(
      fc.property(counts, counts, (some, others) => {
        const [a, b] = [some, others].map((arms) => sumCounts([{ rows: 1000, arms }]));
        const whole = sumCounts([{ rows: 2000, arms: [...others, ...some] }]);
        expect(sumCounts([a, b])).toEqual(whole);
        expect(sumCounts([b, a])).toEqual(whole);
      }),
    );
  });

  it('of blocks of a table is what is counted in the table', () => {
    const cell = fc.record({
      offer: fc.constantFrom('none', 'call', 'gift', '', 'NA'),
      outcome: fc.constantFrom('1', '0', 'yes', '2.5', '-1', '', 'null'),
    });
    const columns = { offer: 'offer', outcome: 'outcome' };
    const countsOf = (rows: { offer: string; outcome: string }[]) =>
      findLogRows(
        { offer: rows.map(({ offer }) => offer), outcome: rows.map(({ outcome }) => outcome) },
        columns,
      ).counts;
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), fc.nat(40), (rows, at) => {
        expect(sumCounts([countsOf(rows.slice(0, at)), countsOf(rows.slice(at))])).toEqual(countsOf(rows));
      }),
    );
  });
});
