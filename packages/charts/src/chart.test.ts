import { compile } from 'vega-lite';
import { theme } from './look/theme.js';
import { offersRecommended } from './policy/offers-recommended.js';
import { customersBySegment } from './segments/customers-by-segment.js';
import { riskBySegment } from './segments/risk-by-segment.js';
import { valueBySegment } from './segments/value-by-segment.js';
import { drawn } from './testing/drawn.js';
import { offers, segment, segments } from './testing/run-summary.js';

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
    expect([value.currency, offered.currency]).toEqual(['EUR', 'EUR']);
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
