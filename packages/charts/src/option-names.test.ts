import { reasonsWaterfall } from './customer/reasons-waterfall.js';
import { valueByMonth } from './customer/value-by-month.js';
import { valueByOffer } from './customer/value-by-offer.js';
import { calibration } from './model/calibration.js';
import { riskHistogram } from './model/risk-histogram.js';
import { upliftCurve } from './model/uplift-curve.js';
import { gainByAssumption } from './policy/gain-by-assumption.js';
import { gainByBudget } from './policy/gain-by-budget.js';
import { gainByPolicy } from './policy/gain-by-policy.js';
import { offersRecommended } from './policy/offers-recommended.js';
import { customersBySegment } from './segments/customers-by-segment.js';
import { riskBySegment } from './segments/risk-by-segment.js';
import { valueBySegment } from './segments/value-by-segment.js';

it.each<[string, (misspelt: object) => unknown]>([
  ['calibration', (odd) => calibration({ calibrationCurve: [], auc: 0.8, ece: 0.01 }, odd)],
  ['customersBySegment', (odd) => customersBySegment([], odd)],
  ['gainByAssumption', (odd) => gainByAssumption([], 1, odd)],
  ['gainByBudget', (odd) => gainByBudget([], { budget: 1, gain: 1 }, odd)],
  ['gainByPolicy', (odd) => gainByPolicy([], [], odd)],
  ['offersRecommended', (odd) => offersRecommended([], odd)],
  [
    'reasonsWaterfall',
    (odd) => reasonsWaterfall({ probability: 0.2, base: 0.2, rest: 0, reasons: [] }, 0.2, odd),
  ],
  ['riskBySegment', (odd) => riskBySegment([], odd)],
  ['riskHistogram', (odd) => riskHistogram([], odd)],
  ['upliftCurve', (odd) => upliftCurve([], odd)],
  ['valueByMonth', (odd) => valueByMonth([], odd)],
  ['valueByOffer', (odd) => valueByOffer([], odd)],
  ['valueBySegment', (odd) => valueBySegment([], odd)],
])('%s refuses a misspelt option', (_, call) => {
  expect(() => call({ curency: 'EUR' })).toThrow('unknown option: curency (did you mean currency?)');
});
