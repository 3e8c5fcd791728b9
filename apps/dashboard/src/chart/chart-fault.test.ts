import { gainByBudget } from '@clv/charts';

import { chartFault } from './chart-fault.js';

const most = { budget: 10, gain: 20 };
const chart = gainByBudget([{ budget: 0, gain: 0 }, most], most);

describe('chartFault', () => {
  it('finds nothing amiss with what @clv/charts makes', () => {
    expect(chartFault(chart)).toBeUndefined();
  });

  it('names all that is missing', () => {
    expect(chartFault({ title: 'Gains' })).toBe(
      'chart lacks subtitle, description, spec, rows, columns: give one that @clv/charts makes',
    );
  });

  it.each([
    ['rows', 3],
    ['rows', [null]],
    ['columns', { field: 'gain' }],
    ['spec', 'bar'],
    ['title', 5],
  ])('tells %s of %j from missing ones', (name, value) => {
    expect(chartFault({ ...chart, [name]: value })).toBe(
      `chart lacks ${name} (not of its kind): give one that @clv/charts makes`,
    );
  });

  it.each([['a chart'], [42], [[]], [true]])('takes %j for no chart', (given) => {
    expect(chartFault(given)).toBe('chart is not an object: give one that @clv/charts makes');
  });
});
