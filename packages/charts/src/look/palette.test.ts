import { offerColor, segmentColor } from './palette.js';
import { themeColors } from './theme.js';

/** Machado, Oliveira, Fernandes (2009), severity 1, on linear RGB. */
const sight: Record<string, number[][]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (hex: string) =>
  [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });

const seen = (hex: string, matrix: number[][]) =>
  matrix.map((row) =>
    Math.max(
      0,
      row.reduce((sum, weight, i) => sum + weight * linear(hex)[i], 0),
    ),
  );

/** Oklab (Ottosson 2020), lightness in percent. */
function oklab([r, g, b]: number[]): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    100 * (0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s),
    100 * (1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s),
    100 * (0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s),
  ];
}

const difference = (a: number[], b: number[]) => Math.hypot(...a.map((value, i) => value - b[i]));

function contrast(a: string, b: string): number {
  const luminance = (hex: string) =>
    linear(hex).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const segments = ['VIPs', 'Steady Users', 'At-Risk High-Value', 'Low-Value Transients'];
const offers = ['none', 'discount_5', 'discount_10'];

describe.each(Object.entries(sight))('to an eye with %s', (_name, matrix) => {
  it.each([
    ['segments', segments.map((label) => segmentColor(label))],
    ['offers', offers.map((id) => offerColor(id))],
    ['baseline and accent, light', [themeColors.light.baseline, themeColors.light.accent]],
    ['baseline and accent, dark', [themeColors.dark.baseline, themeColors.dark.accent]],
  ])('no two %s look alike', (_what, colors) => {
    const labs = colors.map((color) => oklab(seen(color, matrix)));
    labs.forEach((a, i) => labs.slice(i + 1).forEach((b) => expect(difference(a, b)).toBeGreaterThan(7)));
  });
});

describe('segmentColor and offerColor', () => {
  it('stand out from both grounds by 3:1, as WCAG 1.4.11 asks of graphics', () => {
    for (const color of [...segments.map((s) => segmentColor(s)), ...offers.map((o) => offerColor(o))])
      for (const { background } of Object.values(themeColors))
        expect(contrast(color, background)).toBeGreaterThanOrEqual(3);
  });

  it('give names of ones own different colours, and the same ones whoever asks', () => {
    const own = ['none', 'call', 'gift', 'upgrade', 'pause', 'loyalty_points'];
    expect(new Set(own.map((id) => offerColor(id, own))).size).toBe(own.length);
    expect(offerColor('gift', own)).toBe(offerColor('gift', own.toReversed().toReversed()));
  });

  it('are not misled by names from Object.prototype', () => {
    expect(segmentColor('constructor')).toMatch(/^#[0-9a-f]{6}$/);
  });
});

describe('themeColors', () => {
  it.each(Object.entries(themeColors))('%s: text is readable at 4.5:1', (_name, colors) => {
    expect(contrast(colors.ink, colors.background)).toBeGreaterThanOrEqual(7);
    expect(contrast(colors.muted, colors.background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colors.accent, colors.background)).toBeGreaterThanOrEqual(4.5);
  });
});
