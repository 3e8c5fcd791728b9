import { frontierChart } from './policy-charts.js';

const titleOf = (gain: number) =>
  frontierChart(
    {
      config: { currency: 'EUR', budget_basis: 'expected' },
      prescribed: { policy: { shadowPrice: 0 } },
    } as Parameters<typeof frontierChart>[0],
    { frontier: [{ budget: 0, gain, marginalReturn: 0 }] } as unknown as Parameters<typeof frontierChart>[1],
    { gain, spend: 0 },
  )?.title;

describe('the chart of what each budget gains', () => {
  it('is drawn where offers gain without a cost, and left out where none gains anything', () => {
    expect(titleOf(75)).toBe('Half of the possible gain costs nothing');
    expect(titleOf(0)).toBeUndefined();
  });
});
