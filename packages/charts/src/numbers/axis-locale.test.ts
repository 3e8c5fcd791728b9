import { compile } from 'vega-lite';
import * as vega from 'vega';
import { theme } from '../look/theme.js';
import { calibration } from '../model/calibration.js';
import { words } from '../testing/drawn.js';
import { axisLocale } from './axis-locale.js';

describe('axisLocale', () => {
  it('takes the marks of a locale from Intl', () => {
    expect(axisLocale().number).toMatchObject({ decimal: '.', thousands: ',', percent: '%' });
    expect(axisLocale('de-DE').number).toMatchObject({ decimal: ',', thousands: '.', percent: '\u00a0%' });
    expect(axisLocale('fr-CH').number.decimal).toBe(',');
  });

  it('makes axes agree with the titles above them', async () => {
    const chart = calibration(
      { calibrationCurve: [{ customers: 9, predicted: 0.4, observed: 0.5 }], auc: 0.9, ece: 0.01 },
      { locale: 'de-DE' },
    );
    const config = { ...theme('light'), locale: axisLocale('de-DE') };
    const { spec } = compile({ ...chart.spec, width: 300 } as typeof chart.spec, { config });
    const svg = await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
    expect(words(svg)).toContain('100\u00a0%');
  });
});
