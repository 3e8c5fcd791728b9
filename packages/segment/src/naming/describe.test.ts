import { describeDistinctly, describeSegment } from './describe.js';

describe('describeSegment', () => {
  it.each([
    ['contract', 'Two year', 0.6, 0.8, 'Two year Contract'],
    ['contract', 'Two year', 0.6, 0.4, 'More Two year Contract'],
    ['contract', 'Two year', -0.6, 0.1, 'Not Two year Contract'],
    ['contract', 'Two year', -0.6, 0.6, 'Fewer Two year Contract'],
    ['PaperlessBilling', 'Yes', 0.6, 0.8, 'Paperless Billing'],
    ['PaperlessBilling', 'Yes', -0.6, 0.2, 'No Paperless Billing'],
    ['PaperlessBilling', 'No', 0.6, 0.8, 'No Paperless Billing'],
    ['PaperlessBilling', 'No', -0.6, 0.2, 'Paperless Billing'],
    ['PaperlessBilling', 'No', 0.6, 0.4, 'More No Paperless Billing'],
  ])('says of %s %s at an effect of %d, which %d have: %5$s', (column, level, effect, share, said) => {
    expect(describeSegment([{ column, level, effect, share }])).toBe(said);
  });

  it('says two traits, the adjective first, and one that is hardly there not at all', () => {
    const calls = { column: 'support_calls', effect: 1.4 };
    const tenure = { column: 'tenure_months', effect: -0.9 };
    const usage = { column: 'usage', effect: 0.5 };
    expect(describeSegment([usage, calls, tenure])).toBe('New, High Support Calls');
    expect(describeSegment([usage, { ...tenure, effect: 0.9 }])).toBe('Long-Standing, High Usage');
    expect(describeSegment([usage, { ...calls, effect: -0.19 }])).toBe('High Usage');
    expect(describeSegment([{ ...usage, effect: 0.1 }])).toBe('Typical');
  });
});

describe('describeDistinctly', () => {
  const traits = (...effects: number[]) => effects.map((effect, i) => ({ column: `c${i}`, effect }));

  it('says more where two would be alike, and counts those of whom there is no more to say', () => {
    const [one, other, third] = [traits(3, 2, 1), traits(3, 2, -1), traits(3, 2)];
    expect(describeDistinctly([one, other, third, third, third], ['High C0, High C1 (2)'])).toEqual([
      'High C0, High C1',
      'High C0, High C1, Low C2',
      'High C0, High C1 (3)',
      'High C0, High C1 (4)',
      'High C0, High C1 (5)',
    ]);
  });
});
