import { calibration } from './calibration.js';
import { customersBySegment } from './customers-by-segment.js';
import { gainByAssumption } from './gain-by-assumption.js';
import { gainByBudget } from './gain-by-budget.js';
import { gainByPolicy } from './gain-by-policy.js';
import { offersRecommended } from './offers-recommended.js';
import { reasonsWaterfall } from './reasons-waterfall.js';
import { riskBySegment } from './risk-by-segment.js';
import { riskHistogram } from './risk-histogram.js';
import { upliftCurve } from './uplift-curve.js';
import { valueByMonth } from './value-by-month.js';
import { valueByOffer } from './value-by-offer.js';
import { valueBySegment } from './value-by-segment.js';

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
