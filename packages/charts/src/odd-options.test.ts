import { describeOddOptions } from '../../../tools/odd-options/describe-odd-options.js';
import * as api from './index.js';

const options = { locale: 'en-US', texts: {}, currency: 'USD', picked: ['VIPs'] };
const unchanged = { probability: 0.2, base: 0.2, rest: 0, reasons: [] };

describeOddOptions(
  api,
  {
    calibration: () => ({ report: { calibrationCurve: [], auc: 0.8, ece: 0.01 }, options }),
    customersBySegment: () => ({ data: [], options }),
    gainByAssumption: () => ({ data: [], gain: 1, options }),
    gainByBudget: () => ({ data: [], now: { budget: 1, gain: 1 }, options }),
    gainByPolicy: () => ({ data: [], shown: [], options }),
    offersRecommended: () => ({ data: [], options }),
    reasonsWaterfall: () => ({ data: unchanged, base: 0.2, options }),
    riskBySegment: () => ({ data: [], options }),
    riskHistogram: () => ({ data: [], options }),
    upliftCurve: () => ({ data: [], options }),
    valueByMonth: () => ({ data: [], options }),
    valueByOffer: () => ({ data: [], options }),
    valueBySegment: () => ({ data: [], options }),
    axisLocale: () => ({ locale: 'de' }),
    theme: () => ({ name: 'dark', own: { ink: '#000000', font: 'serif' } }),
    formatCount: () => ({ value: 1, locale: 'de' }),
    formatMultiple: () => ({ value: 1, locale: 'de' }),
    formatPercent: () => ({ value: 1, digits: 1, locale: 'de' }),
    formatMoney: () => ({ value: 1, currency: 'EUR', locale: 'de' }),
    formatMoneyExact: () => ({ value: 1, currency: 'EUR', locale: 'de' }),
  },
  {
    fixed: ['report', 'data', 'now', 'shown', 'gain', 'base', 'value'],
    dataAlone: [
      ...['offersShown', 'policiesShown', 'policyTitle', 'offerColor', 'segmentColor'],
      ...['sayWith', 'textsByLanguage'],
    ],
  },
);
