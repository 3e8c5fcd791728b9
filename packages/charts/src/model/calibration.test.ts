import { drawn, words } from '../testing/drawn.js';
import { calibration } from './calibration.js';

const report = {
  calibrationCurve: [
    { customers: 50, predicted: 0.1, observed: 0.12 },
    { customers: 50, predicted: 0.6, observed: 0.55 },
  ],
  auc: 0.9331,
  ece: 0.0351,
};

describe('calibration', () => {
  it.each([
    [0.0351, 'Probabilities are 3.5 points off on average'],
    [0.009, 'Probabilities can be taken at their word: 0.9 points off on average'],
  ])('says how far off probabilities are: %d', (ece, title) => {
    expect(calibration({ ...report, ece }).title).toBe(title);
  });

  it('draws a dot for each group where predicted and observed meet, over one diagonal', async () => {
    const svg = await drawn(calibration(report));
    const [height, width] = /d="M0,([\d.]+)L([\d.]+),0"/.exec(svg)!.slice(1).map(Number);
    const dots = [...svg.matchAll(/aria-roledescription="point"[^>]*translate\(([\d.]+),([\d.]+)\)/g)];
    expect(dots.map(([, x, y]) => [Number(x) / width, 1 - Number(y) / height])).toEqual([
      [expect.closeTo(0.1, 9), expect.closeTo(0.12, 9)],
      [expect.closeTo(0.6, 9), expect.closeTo(0.55, 9)],
    ]);
    expect(words(svg)).toContain('100%');
  });

  it("gives each observed share its interval, as tabled for Wilson's: 10 of 50 is 11.2% to 33.0%", () => {
    const [row] = calibration({
      ...report,
      calibrationCurve: [{ customers: 50, predicted: 0.2, observed: 0.2 }],
    }).rows;
    expect(row.low).toBeCloseTo(0.1124, 3);
    expect(row.high).toBeCloseTo(0.3304, 3);
  });

  it('tells the interval of the AUC where the report has it', () => {
    expect(calibration({ ...report, aucInterval: [0.927, 0.938] }).subtitle).toContain(
      '0.933 (0.927 to 0.938)',
    );
  });
});
