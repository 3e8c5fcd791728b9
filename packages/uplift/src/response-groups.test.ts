import { responseGroups } from './response-groups.js';

describe('responseGroups', () => {
  it('draws its lines where an effect pays for the offer', () => {
    const groups = responseGroups({
      effect: [0.11, 0.1, 0.05, -0.05, -0.1, -0.3],
      baseline: [0.5, 0.9, 0.2, 0.8, 0.4, 0.9],
      cost: 10,
      value: 100,
    });
    expect(groups).toEqual([
      'persuadable',
      'sure thing',
      'lost cause',
      'sure thing',
      'sleeping dog',
      'sleeping dog',
    ]);
  });

  it('draws them for each customer, who may cost and be worth something else', () => {
    const same = { effect: [0.1, 0.1, 0], baseline: [0.3, 0.3, 0.3] };
    expect(responseGroups({ ...same, cost: [5, 5, 0], value: [100, 10, 100] })).toEqual([
      'persuadable',
      'lost cause',
      'lost cause',
    ]);
  });

  it('names every row that is amiss', () => {
    expect(() => responseGroups({ effect: [NaN, 0], baseline: [0, -1], cost: 1, value: 1 })).toThrow(
      'row 1, effect: must be a number: NaN\nrow 2, baseline: must be a number of at least 0: -1',
    );
  });
});
