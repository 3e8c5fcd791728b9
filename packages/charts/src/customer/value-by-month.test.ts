import { drawn } from '../testing/drawn.js';
import { valueByMonth } from './value-by-month.js';

const months = [50, 30, 20].map((value, i) => ({ month: i + 1, value }));

describe('valueByMonth', () => {
  it('says one month as one', () => {
    expect(valueByMonth([{ month: 1, value: 50 }]).title).toBe('Worth $50.00 over 1 month');
  });

  it('says what all months come to and how soon half of it is there', () => {
    expect(valueByMonth(months).title).toBe('Worth $100 over 3 months, half of it by month 1');
  });

  it('adds the months up as they go', () => {
    expect(valueByMonth(months).rows.map(({ total }) => total)).toEqual([50, 80, 100]);
  });

  it('draws a bar a month', async () => {
    expect((await drawn(valueByMonth(months))).match(/aria-roledescription="bar"/g)).toHaveLength(3);
  });

  it('keeps the name of the last month within its edge', async () => {
    const svg = await drawn(valueByMonth(months));
    expect(/<text text-anchor="(\w+)"[^>]*>month 3</.exec(svg)![1]).toBe('end');
    expect(/<text text-anchor="(\w+)"[^>]*>month 1</.exec(svg)![1]).toBe('middle');
  });

  it('draws nothing, without failing, for no months', async () => {
    const none = valueByMonth([]);
    expect(none.title).toBe('Nothing is earned from this customer');
    expect(await drawn(none)).toMatch(/^<svg/);
  });
});
