import { aucCeiling } from '../auc-ceiling.js';
import { scenarioNames } from '../scenarios/index.js';
import { synthesizeColumns } from '../synthesize.js';

const near = (a: number, b: number) => Math.abs(a - b) < 1e-12;
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;

describe.each(scenarioNames)('the truth of %s', (scenario) => {
  const customers = 20_000;
  const columns = synthesizeColumns({ scenario, customers, truth: true });
  const numbers = (name: string) => columns[name] as Float64Array;
  const p = numbers('true_p_churn');

  it('tells the probability by which customers leave: groups of like probability leave at their mean', () => {
    const order = Array.from(p.keys()).sort((a, b) => p[a] - p[b]);
    for (let group = 0; group < 10; group++) {
      const rows = order.slice((group * customers) / 10, ((group + 1) * customers) / 10);
      const expected = mean(rows.map((row) => p[row]));
      const observed = mean(rows.map((row) => numbers('churned')[row]));
      const variance = rows.reduce((sum, row) => sum + p[row] * (1 - p[row]), 0) / rows.length ** 2;
      expect(Math.abs(observed - expected)).toBeLessThan(4 * Math.sqrt(variance) + 1e-3);
    }
  });

  it('has offers that change nothing but the probability of staying, none of all changing none', () => {
    const astray = (offer: string) => {
      const [stay, effect] = [numbers(`true_p_stay_${offer}`), numbers(`true_effect_${offer}`)];
      return stay.filter((share, i) => !(share >= 0 && share <= 1 && near(1 - p[i] + effect[i], share)));
    };
    for (const offer of ['none', 'discount_5', 'discount_10']) expect(astray(offer)).toHaveLength(0);
    expect(mean(numbers('true_effect_none').map(Math.abs))).toBe(0);
  });

  it.each([
    ['discount_5', 0.2],
    ['discount_10', 0.35],
  ])('has effects of %s that differ among customers around the stated lift', (offer, lift) => {
    const stated = p.map((leaving, i) => leaving * lift * numbers('price_sensitivity')[i]);
    const ratio = mean(numbers(`true_effect_${offer}`)) / mean(stated);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.15);
  });

  it('has persuadables, sure things, lost causes and sleeping dogs, who are what they are called', () => {
    const effect = numbers('true_effect_discount_10');
    const count: Record<string, number> = {};
    const misnamed = (columns.true_response as string[]).filter((response, i) => {
      count[response] = (count[response] ?? 0) + 1;
      if (response === 'sleeping dog') return effect[i] >= 0;
      if (response === 'persuadable') return effect[i] < 0.05;
      return effect[i] < 0 || effect[i] >= 0.05 || p[i] < 0.5 !== (response === 'sure thing');
    });
    expect(misnamed).toEqual([]);
    for (const response of ['persuadable', 'sure thing', 'lost cause', 'sleeping dog'])
      expect(count[response]).toBeGreaterThan(customers / 500);
  });

  it('leaves room for a good model and none for a perfect one', () => {
    expect(aucCeiling(p)).toBeGreaterThan(0.925);
    expect(aucCeiling(p)).toBeLessThan(0.95);
  });

  it('has four classes that differ in margin and risk as their names say', () => {
    const margin = numbers('monthly_margin');
    const of = (segment: string, values: Float64Array) =>
      mean(values.filter((_, i) => columns.true_segment[i] === segment));
    for (const high of ['VIPs', 'At-Risk High-Value'])
      for (const low of ['Steady Users', 'Low-Value Transients'])
        expect(of(high, margin)).toBeGreaterThan(2 * of(low, margin));
    for (const risky of ['At-Risk High-Value', 'Low-Value Transients'])
      for (const safe of ['VIPs', 'Steady Users']) expect(of(risky, p)).toBeGreaterThan(5 * of(safe, p));
  });
});

describe('the truth', () => {
  it('has a telco churn rate of 20 to 30%', () => {
    const rate = mean(synthesizeColumns().churned as Uint8Array);
    expect(rate).toBeGreaterThan(0.2);
    expect(rate).toBeLessThan(0.3);
  });

  it('holds for offers of the caller, whose lift grows with the discount unless it is stated', () => {
    const columns = synthesizeColumns({
      customers: 2000,
      truth: true,
      offers: [
        { id: 'call', lift: 0 },
        { id: 'tenth', discount: 0.1 },
        { id: 'half', discount: 0.5 },
      ],
    });
    const effect = (offer: string) => columns[`true_effect_${offer}`] as Float64Array;
    const awake = Array.from(columns.true_response.keys()).filter(
      (i) => columns.true_response[i] !== 'sleeping dog',
    );
    expect(awake.filter((i) => effect('call')[i] !== 0 || effect('half')[i] < effect('tenth')[i])).toEqual(
      [],
    );
    // Being contacted wakes a sleeping dog, whatever the offer.
    expect(mean(effect('call'))).toBeLessThan(0);
    expect(columns.true_p_stay_none).toHaveLength(2000);
  });
});
