import { drawn, words } from '../testing/drawn.js';
import { type ComparedPolicy, gainByPolicy } from './gain-by-policy.js';

const exactly = (value: number) => ({ value, low: value, high: value });
const policy = (name: string, gain: number, part: Partial<ComparedPolicy> = {}): ComparedPolicy => ({
  policy: name,
  gain: { value: gain, low: gain - 500, high: gain + 500 },
  spend: exactly(1000),
  customers: 100,
  isAffordable: true,
  ...part,
});
const offers = [{ id: 'discount_5', label: '5% discount' }];

const policies = [
  policy('none', 0, { gain: exactly(0), spend: exactly(0), customers: 0 }),
  policy('ours', 12_000),
  policy('everyone_discount_5', -180_000, { isAffordable: false }),
  policy('highest_risk', 7500),
  policy('original', 9000, { isAffordable: false }),
  policy('oracle', 15_000),
];

describe('gainByPolicy', () => {
  it('sets ours beside the best rule that keeps to the budget, the oracle left out', () => {
    expect(gainByPolicy(policies, offers).title).toBe('Ours gains $12.0K, the best simple rule $7.50K');
  });

  it.each([
    [
      'no rule gains',
      [policy('ours', 12_000), policy('none', 0), policy('random', -5)],
      /no simple rule gains/,
    ],
    ['nothing gains', [policy('ours', 0), policy('none', 0)], /by ours or by any simple rule/],
    ['ours loses and no rule is to be had', [policy('ours', -500)], /by ours or by any simple rule/],
    [
      'a rule beats ours',
      [policy('ours', 500), policy('highest_risk', 700)],
      /^Likeliest to leave first gains \$700, more than ours with \$500$/,
    ],
    [
      'a rule comes close',
      [policy('ours', 27_200), policy('highest_risk', 26_200)],
      /^Ours gains \$27\.2K, the best simple rule \$26\.2K$/,
    ],
    [
      'a rule does as well, but for what no one would see',
      [policy('ours', 111), policy('highest_risk', 111 + 1e-13)],
      /^Ours gains \$111, the best simple rule \$111$/,
    ],
    ['there are none', [], /Nothing is gained/],
  ])('says so where %s', (_what, compared, title) => {
    expect(gainByPolicy(compared).title).toMatch(title);
  });

  it('has the best on top and names them as a manager would', () => {
    expect(gainByPolicy(policies, offers).rows.map((row) => row.policy)).toEqual([
      'If the truth were known',
      'Ours',
      'Whenever one month pays',
      'Likeliest to leave first',
      'Nobody gets an offer',
      'Everyone gets 5% discount',
    ]);
  });

  it('draws hollow what the budget does not pay for, as it may stand above ours, and says so', async () => {
    const chart = gainByPolicy(policies, offers);
    const marks = (await drawn(chart)).match(/<path aria-label="[^"]*"[^>]*point[^>]*>/g)!;
    const hollow = marks.filter((mark) => !mark.includes(' fill='));
    expect(hollow.map((mark) => /marked_name: ([^;]*)\./.exec(mark)![1])).toEqual([
      'Whenever one month pays',
      'Everyone gets 5% discount',
    ]);
    expect(chart.subtitle).toMatch(/; hollow: over budget$/);
    expect(chart.description.match(/hollow: over budget/g)).toHaveLength(2);
    const within = gainByPolicy(policies.filter(({ isAffordable }) => isAffordable));
    expect(within.subtitle + within.description).not.toContain('over budget');
  });

  it('draws one accented dot, and an arrow for what is lost beyond the edge, with its number', async () => {
    const svg = await drawn(gainByPolicy(policies, offers));
    const marks = svg.match(/<path aria-label="[^"]*" role="graphics-symbol"[^>]*point[^>]*>/g)!;
    expect(marks).toHaveLength(policies.length);
    expect(marks.filter((mark) => mark.includes('#1f62d0'))).toHaveLength(1);
    expect(words(svg)).toContain('-$180K');
    const names = words(svg).filter((word) => /[a-z]/.test(word));
    expect(names.slice(0, 2)).toEqual(['If the truth were known', 'Ours']);
    const places = marks.map((mark) => Number(/translate\(([-\d.]+)/.exec(mark)![1]));
    for (const place of places) expect(place).toBeGreaterThanOrEqual(0);
  });

  it('leaves the chart to the losses where nothing gains, rather than one arrow on another', () => {
    const { rows } = gainByPolicy([policy('ours', 0), policy('random', -50), policy('highest_risk', -90)]);
    expect(rows.map(({ cut, drawn_gain: place }) => [cut, place])).toEqual([
      [0, 0],
      [0, -50],
      [0, -90],
    ]);
  });

  it('draws nothing, without failing, where nothing was compared', async () => {
    expect(await drawn(gainByPolicy([]))).toMatch(/^<svg/);
  });
});
