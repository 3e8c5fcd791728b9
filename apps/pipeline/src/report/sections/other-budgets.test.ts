import { gainByBudget } from '@clv/charts';

import { otherBudgets } from './other-budgets.js';

const points = [
  { budget: 0, gain: 0 },
  { budget: 100, gain: 400 },
  { budget: 300, gain: 600 },
  { budget: 400, gain: 620 },
];
const budgetsFor = (budget: number, gain: number) => otherBudgets(gainByBudget(points, { budget, gain }));

describe('otherBudgets', () => {
  it('gain what the line says at parts of ours, and at more where more gains more', () => {
    expect(budgetsFor(200, 500)).toEqual([
      { budget: 50, gain: 200, shareOfBudget: 0.25, shareOfGain: 0.4 },
      { budget: 100, gain: 400, shareOfBudget: 0.5, shareOfGain: 0.8 },
      { budget: 150, gain: 450, shareOfBudget: 0.75, shareOfGain: 0.9 },
      { budget: 200, gain: 500, shareOfBudget: 1, shareOfGain: 1 },
      { budget: 300, gain: 600, shareOfBudget: 1.5, shareOfGain: 1.2 },
      { budget: 400, gain: 620, shareOfBudget: 2, shareOfGain: 1.24 },
    ]);
    expect(budgetsFor(400, 620).map(({ shareOfBudget }) => shareOfBudget)).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('gain as much more or less than ours as the line of a sample says, where ours does not lie on it', () => {
    // The sample's line gains 500 for 200, and 400 for half of it.
    expect(budgetsFor(200, 450).map(({ gain }) => gain)).toEqual([180, 360, 405, 450, 540, 558]);
  });

  it('gain as much as the last point where rounding puts ours just beyond it', () => {
    expect(budgetsFor(400 + 1e-9, 620).at(-1)).toMatchObject({ gain: 620 });
    expect(otherBudgets(gainByBudget(points.slice(0, 2), { budget: 500, gain: 400 }))[0].gain).toBe(400);
  });

  it('are none where ours spends or gains nothing', () => {
    expect(budgetsFor(0, 0)).toEqual([]);
    expect(budgetsFor(100, -5)).toEqual([]);
  });
});
