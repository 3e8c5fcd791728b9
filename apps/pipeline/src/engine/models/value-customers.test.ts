import { type ChurnModel, survivalByTenure } from '@clv/churn';
import { randomSource } from '@clv/contracts';
import { discountedMonths } from '@clv/value';

import { survivalOf } from './survival-of.js';
import { valueCustomers } from './value-customers.js';

const survival = {
  tenure: 'tenure',
  windowMonths: 3,
  spans: [
    { until: 6, hazard: 0.08, shape: -2.4 },
    { until: 30, hazard: 0.03, shape: -3.5 },
  ],
  lastSeen: [],
};
const model = { survival, encoding: {} } as unknown as ChurnModel;
const terms = { horizon_months: 12, window_months: 3, annual_discount_rate: 0.1 };

describe('valueCustomers', () => {
  it('values customers whose hazard is known to be constant as their curves would', () => {
    const next = randomSource(6);
    const [pChurn, tenure] = [1, 60].map((most) => Float64Array.from({ length: 1000 }, () => most * next()));
    const flat = { ...survival, spans: survival.spans.map((span) => ({ ...span, shape: 0 })) };
    const known = survivalOf({ ...model, survival: flat }, { tenure }, 3);
    expect(known).toBeUndefined();
    const { clv } = valueCustomers(new Float64Array(1000).fill(1), { pChurn, survival: known }, terms);
    const curves = survivalByTenure(flat, { tenures: tenure, probabilities: pChurn });
    const counted = discountedMonths({ survival: curves.survival, months: 12, windowMonths: 3 });
    clv.forEach((value, i) => expect(value).toBeCloseTo(counted[i], 10));
  });

  it('counts the months of many customers, some at a time, as of all at once', () => {
    const customers = 5000;
    const next = randomSource(5);
    const column = (entry: (i: number) => number) =>
      Float64Array.from({ length: customers }, (_, i) => entry(i));
    const tenure = column((i) => (i % 50 === 0 ? NaN : Math.floor((i < 2500 ? 10 : 60) * next())));
    const pChurn = column(next);
    const margin = column(() => 100 * next());
    const { clv, billedMonths } = valueCustomers(
      margin,
      { pChurn, survival: survivalOf(model, { tenure }, 3) },
      terms,
    );
    for (const months of [2, 12, 18]) {
      const whole = survivalByTenure(survival, {
        tenures: tenure,
        probabilities: pChurn,
        months: 18,
      }).survival;
      const first = Float64Array.from({ length: customers * months }, (_, at) => {
        const row = Math.floor(at / months);
        return whole[18 * row + (at % months)];
      });
      const counted = discountedMonths({
        survival: first,
        months,
        windowMonths: 3,
        annualDiscountRate: 0.1,
      });
      expect(billedMonths(months)).toEqual(counted);
      if (months === terms.horizon_months) expect(clv).toEqual(margin.map((each, i) => each * counted[i]));
    }
  });
});
