import { runReadmeExample } from '../../../tools/jest/readme-example.cjs';

describe("the README's example", () => {
  it('prints what its worked example says', () => {
    expect(runReadmeExample(process.cwd())).toBe(
      [
        'call, none, discount_10',
        'gains 116.72 for 49.28, at most 116.72 is possible',
        '10% for 12 months: +$97 expected: 60% likely to leave, the offer wins back 35% of that, costs $29',
        '',
      ].join('\n'),
    );
  });

  it('keeps its limits, and measures its campaign', () => {
    expect(runReadmeExample(process.cwd(), 1)).toBe('150 3350\ntrue\n');
  });
});
