import { describeOptionKinds, type OddCall } from '../../../tools/option-kinds/describe-option-kinds.js';
import * as api from './index.js';

const shared = { locale: ['en-US', 'de'], texts: [{}], currency: ['USD', 'EUR'], picked: [['VIPs'], []] };
const chart = (call: OddCall['call']): OddCall => ({ options: shared, call });
const unchanged = { probability: 0.2, base: 0.2, rest: 0, reasons: [] };
type Texts = Record<string, string>;

/** A function that writes a number by what it is given besides. */
const writer = (options: OddCall['options'], call: (given: Texts) => unknown): OddCall => ({
  options,
  arePositional: true,
  call,
});

describeOptionKinds(
  api,
  {
    calibration: chart((options) => api.calibration({ calibrationCurve: [], auc: 0.8, ece: 0.01 }, options)),
    customersBySegment: chart((options) => api.customersBySegment([], options)),
    gainByAssumption: chart((options) => api.gainByAssumption([], 1, options)),
    gainByBudget: chart((options) => api.gainByBudget([], { budget: 1, gain: 1 }, options)),
    gainByPolicy: chart((options) => api.gainByPolicy([], [], options)),
    offersRecommended: chart((options) => api.offersRecommended([], options)),
    reasonsWaterfall: chart((options) => api.reasonsWaterfall(unchanged, 0.2, options)),
    riskBySegment: chart((options) => api.riskBySegment([], options)),
    riskHistogram: chart((options) => api.riskHistogram([], options)),
    upliftCurve: chart((options) => api.upliftCurve([], options)),
    valueByMonth: chart((options) => api.valueByMonth([], options)),
    valueByOffer: chart((options) => api.valueByOffer([], options)),
    valueBySegment: chart((options) => api.valueBySegment([], options)),
    axisLocale: writer({ locale: ['de'] }, ({ locale }) => api.axisLocale(locale)),
    formatCount: writer({ locale: ['de'] }, ({ locale }) => api.formatCount(1, locale)),
    formatMultiple: writer({ locale: ['de'] }, ({ locale }) => api.formatMultiple(1, locale)),
    formatPercent: writer({ digits: [1], locale: ['de'] }, ({ digits, locale }) =>
      api.formatPercent(1, digits as never, locale),
    ),
    formatMoney: writer({ currency: ['EUR'], locale: ['de'] }, ({ currency, locale }) =>
      api.formatMoney(1, currency, locale),
    ),
    formatMoneyExact: writer({ currency: ['EUR'], locale: ['de'] }, ({ currency, locale }) =>
      api.formatMoneyExact(1, currency, locale),
    ),
  },
  [
    ...['offersShown', 'policiesShown', 'policyTitle', 'offerColor', 'segmentColor', 'theme'],
    ...['sayWith', 'textsByLanguage'],
  ],
);
