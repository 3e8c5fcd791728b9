import { valueBeside } from './value-beside.js';
import { valueCustomers } from './value-customers.js';

const terms = { horizon_months: 12, window_months: 3, annual_discount_rate: 0.1 };

describe('valueBeside', () => {
  it('values customers as one thread does', async () => {
    const margin = Float64Array.of(10, 20, 30);
    const staying = { pChurn: Float64Array.of(0, 0.2, 1) };
    const { clv, billedMonths } = await valueBeside(margin, staying, terms);
    const alone = valueCustomers(margin, staying, terms);
    expect(clv).toEqual(alone.clv);
    for (const months of [6, 12]) expect(billedMonths(months)).toEqual(alone.billedMonths(months));
  });
});
