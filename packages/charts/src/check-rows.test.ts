import { InvalidOptionError } from '@clv/contracts';

import * as charts from './index.js';

const charted: [string, (rows: never) => unknown, first: string][] = [
  ['segments', charts.customersBySegment, 'label'],
  ['segments', charts.riskBySegment, 'label'],
  ['segments', charts.valueBySegment, 'label'],
  ['offers', charts.offersRecommended, 'offer'],
  ['bins', charts.riskHistogram, 'low'],
  ['points', (rows) => charts.gainByBudget(rows, { budget: 1, gain: 1 }), 'budget'],
  ['policies', charts.gainByPolicy, 'policy'],
  ['swings', (rows) => charts.gainByAssumption(rows, 1), 'label'],
  ['calibrationCurve', (rows) => charts.calibration({ calibrationCurve: rows, auc: 1, ece: 0 }), 'customers'],
  ['offers', charts.upliftCurve, 'offer'],
  ['months', charts.valueByMonth, 'month'],
  ['offers', charts.valueByOffer, 'offer'],
  [
    'reasons',
    (rows) => charts.reasonsWaterfall({ base: 0.1, probability: 0.2, rest: 0, reasons: rows }, 0.2),
    'value',
  ],
];

describe.each(charted)('a chart of %s', (name, chart, first) => {
  it('names the field that a row lacks', () => {
    const draw = () => chart([{ another: 1 }] as never);
    expect(draw).toThrow(InvalidOptionError);
    expect(draw).toThrow(`${name}[0].${first} is missing`);
  });

  it('says that it takes a list of rows', () => {
    for (const odd of [undefined, null, { a: 1 }, 'rows'])
      expect(() => chart(odd as never)).toThrow(new RegExp(`^${name} must be a list of rows with ${first}`));
  });
});

describe.each<[string, (of: never) => unknown]>([
  ['spent.budget', (spent) => charts.gainByBudget([], spent)],
  ['quality.auc', charts.calibration],
  ['explanation.base', (explanation) => charts.reasonsWaterfall(explanation, 0.2)],
])('a chart that needs %s', (path, chart) => {
  it('says that it is missing', () => {
    for (const odd of [undefined, null, {}, 'one', []])
      expect(() => chart(odd as never)).toThrow(new InvalidOptionError(path, `${path} is missing`));
  });
});
