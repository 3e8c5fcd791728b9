import { drawn, words } from '../testing/drawn.js';
import { type JudgedUplift, upliftCurve } from './uplift-curve.js';

const judged = (label: string, qini: number, gain: number): JudgedUplift => ({
  offer: label,
  label,
  customers: 1000,
  curve: [
    { share: 0, gain: 0 },
    { share: 0.3, gain },
    { share: 1, gain: 0.05 },
  ],
  qini: { value: qini, low: qini - 0.02, high: qini + 0.02 },
  averageEffect: { value: 0.05, low: 0.04, high: 0.06 },
});

describe('upliftCurve', () => {
  it('says what the best told offer keeps when it goes to few, and to everyone', () => {
    expect(upliftCurve([judged('A', 0.03, 0.02), judged('B', 0.09, 0.045)]).title).toBe(
      'B for the 30% it changes most keeps 4.5 more in 100 customers, for everyone 5.0',
    );
  });

  it('finds nobody told apart where no interval of Qini is above 0', () => {
    expect(upliftCurve([judged('A', 0.01, 0.02)]).title).toMatch(/cannot be told yet/);
  });

  it('has no more digits on its axis than the steps need', async () => {
    const large = {
      ...judged('A', 0.1, 0.2),
      curve: [
        { share: 0, gain: 0 },
        { share: 1, gain: 0.4 },
      ],
    };
    expect(words(await drawn(upliftCurve([large])))).toEqual(expect.arrayContaining(['10%', '40%']));
    const small = {
      ...large,
      curve: [
        { share: 0, gain: 0 },
        { share: 1, gain: 0.004 },
      ],
    };
    expect(words(await drawn(upliftCurve([small])))).toEqual(expect.arrayContaining(['0.1%', '0.4%']));
  });

  it('sets each share beside what as many at random would keep', () => {
    expect(upliftCurve([judged('A', 0.1, 0.04)]).rows.map(({ random }) => random)).toEqual([0, 0.015, 0.05]);
  });

  it('draws two lines an offer, named with its Qini and interval', async () => {
    const svg = await drawn(upliftCurve([judged('A', 0.03, 0.02), judged('B', 0.09, 0.045)]));
    expect(svg.match(/aria-roledescription="line mark"/g)).toHaveLength(4);
    expect(words(svg)).toEqual(
      expect.arrayContaining(['A: Qini 0.03 (0.01 to 0.05)', 'B: Qini 0.09 (0.07 to 0.11)']),
    );
  });

  it('has a legend in the colours of the lines, as strong as they are', async () => {
    const svg = await drawn(upliftCurve([judged('A', 0.03, 0.02), judged('B', 0.09, 0.045)]));
    const stroke = (marks: string[] | null) => marks!.map((mark) => /stroke="(#\w+)"/.exec(mark)![1]);
    const symbols = svg.match(/<path transform="[^"]*" d="M-[^>]*>/g);
    const lines = svg.match(/<path aria-label="[^"]*name: [^>]*line mark[^>]*stroke-width="2"[^>]*>/g);
    expect(stroke(symbols)).toEqual(stroke(lines));
    for (const symbol of symbols!) expect(symbol).not.toMatch(/opacity="0/);
  });

  it('shades the interval of each line, and tells it point by point', async () => {
    const { curve, ...rest } = judged('A', 0.1, 0.04);
    const banded = curve.map(({ share, gain }) => ({
      share,
      gain,
      low: gain - 0.01 * share,
      high: gain + 0.02 * share,
    }));
    const chart = upliftCurve([{ ...rest, curve: banded }]);
    expect((await drawn(chart)).match(/aria-roledescription="area mark"/g)).toHaveLength(1);
    expect(chart.rows.map(({ low, high }) => [low, high])).toEqual(
      banded.map(({ low, high }) => [low, high]),
    );
  });

  it('draws nothing, without failing, for no offers', async () => {
    expect(await drawn(upliftCurve([]))).toMatch(/^<svg/);
  });
});
