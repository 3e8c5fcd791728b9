import type { OfferSummary, SegmentSummary } from '@clv/contracts';
import { compile } from 'vega-lite';
import type { ChartOptions } from './chart.js';
import { customersBySegment } from './customers-by-segment.js';
import { gainByBudget } from './gain-by-budget.js';
import { offersRecommended } from './offers-recommended.js';
import { riskBySegment } from './risk-by-segment.js';
import { riskHistogram } from './risk-histogram.js';
import { drawn, words } from './testing/drawn.js';
import { theme } from './theme.js';
import { valueByOffer } from './value-by-offer.js';
import { valueBySegment } from './value-by-segment.js';

const segment = (
  label: string,
  customers: number,
  risk: number,
  clv: number,
  gain: number,
): SegmentSummary => ({
  segment: 0,
  label,
  customers,
  mean_p_churn: risk,
  mean_clv: clv,
  baseline: customers * clv * (1 - risk),
  optimized: customers * clv * (1 - risk) + gain,
  intervention_rate: gain > 0 ? 0.5 : 0,
});

const segments = [
  segment('VIPs', 2000, 0.1, 2000, 10_000),
  segment('Steady Users', 4000, 0.2, 500, 0),
  segment('At-Risk High-Value', 1000, 0.6, 1500, 30_000),
  segment('Low-Value Transients', 3000, 0.5, 100, 0),
];

const offers: OfferSummary[] = [
  { offer: 'none', label: 'No offer', customers: 7000, cost: 0, expected_gain: 0 },
  { offer: 'discount_5', label: '5% discount', customers: 1000, cost: 5000, expected_gain: 12_000 },
  { offer: 'discount_10', label: '10% discount', customers: 2000, cost: 20_000, expected_gain: 28_000 },
];

describe('customersBySegment', () => {
  it('says which segment holds the most value at risk, as worked out by hand', () => {
    // at risk: 400,000 + 400,000 + 900,000 + 150,000 = 1,850,000
    expect(customersBySegment(segments).title).toBe(
      'At-Risk High-Value is 10% of customers and 49% of the value at risk',
    );
  });

  it('draws every segment with its number', async () => {
    const text = words(await drawn(customersBySegment(segments)));
    for (const each of segments) expect(text).toContain(each.label);
    expect(text).toEqual(expect.arrayContaining(['2,000', '4,000', '1,000', '3,000']));
  });

  it('finds nothing at risk where nobody is', () => {
    expect(customersBySegment([segment('VIPs', 10, 0, 100, 0)]).title).toBe(
      'VIPs is 100% of customers; no value is at risk',
    );
  });
});

describe('riskBySegment', () => {
  it('compares the riskiest segment with the mean of all customers', () => {
    // (200 + 800 + 600 + 1500) / 10,000 = 31%
    expect(riskBySegment(segments).title).toBe(
      'Likeliest to leave: At-Risk High-Value, 60% against 31% of all customers',
    );
  });

  it('names no segment that nobody is in', () => {
    expect(riskBySegment([segment('VIPs', 0, 0.9, 0, 0), segments[1]]).title).toMatch(/: Steady Users, 20%/);
    expect(riskBySegment([segment('VIPs', 0, 0, 0, 0)]).title).toBe('No customers, no risk');
  });

  it('draws every risk', async () => {
    expect(words(await drawn(riskBySegment(segments)))).toEqual(
      expect.arrayContaining(['10.0%', '20.0%', '60.0%', '50.0%']),
    );
  });

  it('tells no risk of a segment that nobody is in', () => {
    expect(riskBySegment([segment('VIPs', 0, 0, 0, 0), segments[1]]).rows.map(({ text }) => text)).toEqual([
      '–',
      '20.0%',
    ]);
  });
});

describe('valueBySegment', () => {
  it('leaves as much room beside the bars as its numbers need in the language', () => {
    const longest = (options: ChartOptions) => {
      const { rows, spec } = valueBySegment(segments, options);
      const [, width] = /max\(1, width - (\d+)\)/.exec(JSON.stringify(spec))!;
      return Number(width) / Math.max(...rows.map(({ text }) => String(text).length));
    };
    for (const locale of ['en-US', 'de-DE', 'es-ES', 'fr-FR'])
      expect(longest({ locale, currency: 'USD' })).toBeGreaterThan(7.5);
  });

  it('says what the offers add and where most of it is', () => {
    expect(valueBySegment(segments).title).toBe('Offers add $40.0K, 75% of it in At-Risk High-Value');
  });

  it('says so when nothing is gained', () => {
    expect(valueBySegment([segment('VIPs', 10, 0.1, 100, 0)]).title).toBe(
      'No offer is made, so none adds value',
    );
  });

  it('draws the baseline in grey against the accent', async () => {
    const svg = await drawn(valueBySegment(segments), 'dark');
    expect(svg.match(/fill="#6d7580"/g)).toHaveLength(4);
    expect(svg.match(/fill="#6ea6ff"/g)).toHaveLength(4);
  });
});

describe('offersRecommended', () => {
  it('names the offer that gains the most', () => {
    expect(offersRecommended(offers).title).toBe(
      '10% discount for 20% of customers gains the most: $28.0K for $20.0K of cost',
    );
  });

  it('does not write off an offer for few as one for nobody', () => {
    const few = [
      { ...offers[0], customers: 9999 },
      { ...offers[1], customers: 1 },
    ];
    expect(offersRecommended(few).title).toMatch(/^5% discount for <1% of customers/);
  });

  it('says so when nobody gets one, and not why: it may be the budget', () => {
    expect(offersRecommended(offers.slice(0, 1)).title).toBe('Nobody gets an offer');
  });
});

describe('riskHistogram', () => {
  const bins = [
    { low: 0, high: 0.25, customers: 50, value: 700 },
    { low: 0.25, high: 0.5, customers: 20, value: 100 },
    { low: 0.5, high: 0.75, customers: 20, value: 150 },
    { low: 0.75, high: 1, customers: 10, value: 50 },
  ];

  it('says how many are likelier to leave than to stay, and what share of the value is theirs', () => {
    expect(riskHistogram(bins).title).toBe(
      '30% of customers are likelier to leave than to stay, with 20% of the value',
    );
  });

  it('counts in whole customers, be they ever so few', async () => {
    const few = bins.map((bin, i) => ({ ...bin, customers: Number(i < 2) }));
    const counts = words(await drawn(riskHistogram(few))).filter((word) => !word.includes('%'));
    expect(counts).toEqual(['0', '1']);
  });

  it('says so when nobody is likely to leave, and when nobody is there at all, on an axis that still counts', async () => {
    expect(riskHistogram(bins.slice(0, 2)).title).toBe('Nobody is likelier to leave than to stay');
    const nobody = riskHistogram(bins.map((bin) => ({ ...bin, customers: 0, value: 0 })));
    expect(nobody.title).toBe('No customers, no risk');
    expect(words(await drawn(nobody)).filter((word) => !word.includes('%'))).toEqual(['0', '1']);
  });

  it('draws the two sides of even odds apart', async () => {
    const svg = await drawn(riskHistogram(bins));
    expect(svg.match(/aria-roledescription="bar"[^>]*fill="#1f62d0"/g)).toHaveLength(2);
  });
});

describe('gainByBudget', () => {
  const points = [
    { budget: 0, gain: 0 },
    { budget: 1000, gain: 6000 },
    { budget: 5000, gain: 10_000 },
  ];

  it('says what half of the gain costs, as the line between the points has it', () => {
    // 5,000 of 10,000 lies five sixths of the way to the first 1,000.
    expect(gainByBudget(points, points[2]).title).toBe(
      'Half of the possible gain costs $833, 17% of what all of it costs',
    );
  });

  it('says the same of half of the gain however closely the budgets stand', () => {
    const every = (step: number) =>
      Array.from({ length: 4000 / step + 1 }, (_, i) => ({
        budget: i * step,
        gain: 20_000 * (1 - Math.exp((-i * step) / 1000)),
      }));
    const cost = (step: number) => /costs (\S+),/.exec(gainByBudget(every(step), points[0]).title)![1];
    expect(cost(40)).toBe(cost(50));
  });

  it('writes budgets and gains as money, and says which axis is the budget', async () => {
    const text = words(await drawn(gainByBudget(points, points[2], { currency: 'EUR' })));
    expect(text).toEqual(expect.arrayContaining(['€0', '€2K', '€4K', '€10K', 'Budget']));
  });

  it('says what one more unit of money gains at each point', () => {
    expect(gainByBudget(points, points[2]).rows.map((row) => row.marginal_return)).toEqual([0, 6, 1]);
  });

  it('says what more money would gain where the policy stands', () => {
    expect(gainByBudget(points, points[1]).subtitle).toContain('where $1 more gains $1.00');
    expect(gainByBudget(points, points[2]).subtitle).toContain('more money gains nothing more');
  });

  it('draws one line and one dot', async () => {
    const svg = await drawn(gainByBudget(points, points[1]));
    expect(svg.match(/aria-roledescription="point"/g)).toHaveLength(1);
    expect(svg.match(/aria-roledescription="line mark"/g)).toHaveLength(1);
  });

  it('says so when no budget gains anything', () => {
    expect(gainByBudget([points[0]], points[0]).title).toMatch(/no offer beats doing nothing/);
  });
});

describe('valueByOffer', () => {
  const values = [
    { offer: 'none', label: 'No offer', value: 400 },
    { offer: 'discount_5', label: '5% discount', value: 390 },
    { offer: 'discount_10', label: '10% discount', value: 425 },
  ];

  it('says what the best offer is worth over doing nothing', () => {
    expect(valueByOffer(values).title).toBe('10% discount is worth $25.00 more than doing nothing');
  });

  it('says so when none is', () => {
    expect(valueByOffer(values.slice(0, 2)).title).toBe('No offer is worth more than doing nothing');
  });

  it('draws every offer with its value', async () => {
    expect(words(await drawn(valueByOffer(values)))).toEqual(
      expect.arrayContaining(['No offer', '10% discount', '$400', '$425']),
    );
  });
});

describe('picked names', () => {
  it('stand out and the others step back', () => {
    const shown = customersBySegment(segments, { picked: ['VIPs'] }).rows.map((row) => row.emphasis);
    expect(shown).toEqual([1, 0.3, 0.3, 0.3]);
  });
});

const all = (currency?: string) => [
  customersBySegment(segments, { currency }),
  riskBySegment(segments, { currency }),
  valueBySegment(segments, { currency }),
  offersRecommended(offers, { currency }),
];

describe('every chart', () => {
  it.each(all().map((chart) => [chart.spec.description, chart] as const))(
    '%s compiles, has a field for each of its columns and a description',
    (_name, chart) => {
      expect(() => compile(chart.spec, { config: theme('light') })).not.toThrow();
      expect(Object.keys(chart.rows[0])).toEqual(expect.arrayContaining(chart.columns.map((c) => c.field)));
      expect(chart.description.length).toBeGreaterThan(40);
    },
  );

  it('writes money in the currency asked for', () => {
    const [, , value, offered] = all('EUR');
    expect(value.title).toContain('€40.0K');
    expect(offered.title).toContain('€28.0K');
  });

  it('draws nothing, without failing, for a run without customers', async () => {
    for (const empty of [
      customersBySegment([]),
      riskBySegment([]),
      valueBySegment([]),
      offersRecommended([]),
    ]) {
      expect(empty.title).not.toMatch(/NaN|undefined/);
      expect(await drawn(empty)).toMatch(/^<svg/);
    }
  });

  it('keeps hostile names as text', async () => {
    const svg = await drawn(riskBySegment([segment('<img src=x onerror=alert(1)>', 1, 0.5, 1, 0)]));
    expect(svg).not.toContain('<img');
  });
});
