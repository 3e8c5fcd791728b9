import { drawn, words } from '../testing/drawn.js';
import { gainByBudget } from './gain-by-budget.js';

describe('gainByBudget', () => {
  const points = [
    { budget: 0, gain: 0 },
    { budget: 1000, gain: 6000 },
    { budget: 5000, gain: 10_000 },
  ];

  it('says what half of the gain costs, as the line between the points has it', () => {
    // 5,000 of 10,000 lies five sixths of the way to the first 1,000.
    expect(gainByBudget(points, points[2]).title).toBe(
      'Half of the possible gain costs $833, 17% of what all of it costs',
    );
  });

  it('says that half of the gain is for free where an offer costs nothing', () => {
    const free = [points[0], { budget: 0, gain: 7000 }, points[2]];
    expect(gainByBudget(free, points[2]).title).toBe('Half of the possible gain costs nothing');
  });

  it('says the same of half of the gain however closely the budgets stand', () => {
    const every = (step: number) =>
      Array.from({ length: 4000 / step + 1 }, (_, i) => ({
        budget: i * step,
        gain: 20_000 * (1 - Math.exp((-i * step) / 1000)),
      }));
    const cost = (step: number) => /costs (\S+),/.exec(gainByBudget(every(step), points[0]).title)![1];
    expect(cost(40)).toBe(cost(50));
  });

  it('writes budgets and gains as money, and says which axis is the budget', async () => {
    const text = words(await drawn(gainByBudget(points, points[2], { currency: 'EUR' })));
    expect(text).toEqual(expect.arrayContaining(['€0', '€2K', '€4K', '€10K', 'Budget']));
  });

  it('says what one more unit of money gains at each point', () => {
    expect(gainByBudget(points, points[2]).rows.map((row) => row.marginal_return)).toEqual([0, 6, 1]);
  });

  it('says what more money would gain where the policy stands', () => {
    expect(gainByBudget(points, points[1]).subtitle).toContain('where $1 more gains about $1.00');
    expect(gainByBudget(points, points[2]).subtitle).toContain('more money gains nothing more');
    const known = { ...points[1], marginal_return: 1.3 };
    expect(gainByBudget(points, known).subtitle).toContain('where $1 more gains about $1.30');
    const content = { ...points[1], marginal_return: 0 };
    expect(gainByBudget(points, content).subtitle).toContain('more money gains nothing more');
  });

  it('draws one line and one dot', async () => {
    const svg = await drawn(gainByBudget(points, points[1]));
    expect(svg.match(/aria-roledescription="point"/g)).toHaveLength(1);
    expect(svg.match(/aria-roledescription="line mark"/g)).toHaveLength(1);
  });

  it('says so when no budget gains anything', () => {
    expect(gainByBudget([points[0]], points[0]).title).toMatch(/no offer beats doing nothing/);
  });
});
