import { assert, array, integer, property, tuple } from 'fast-check';
import { rocAuc } from './roc-auc.js';

function bruteForce(pairs: [number, number][]): number {
  const [churned, stayed] = [1, 0].map((kind) => pairs.filter(([label]) => label === kind));
  let wins = 0;
  for (const [, a] of churned) for (const [, b] of stayed) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (churned.length * stayed.length);
}

describe('rocAuc', () => {
  it('is the share of pairs that are ordered rightly, over any scores with ties', () => {
    const scored = array(tuple(integer({ min: 0, max: 1 }), integer({ min: 0, max: 9 })), { maxLength: 40 });
    assert(
      property(scored, (some) => {
        const pairs: [number, number][] = [...some, [1, 4], [0, 5]];
        const auc = rocAuc(
          pairs.map(([label]) => label),
          pairs.map(([, score]) => score),
        );
        expect(auc).toBeCloseTo(bruteForce(pairs), 12);
      }),
    );
  });

  it('leaves out customers whose outcome is not known', () => {
    expect(rocAuc([1, -1, 0], [0.9, 0.1, 0.2])).toBe(1);
  });

  it('tells every fault of what it is given', () => {
    expect(() => rocAuc([1, 0, 2], [0.1, NaN])).toThrow(
      [
        'labels and scores differ in length: 3 and 2',
        'row 2: the score must be a finite number: NaN',
        'row 3: the label must be 0, 1 or -1: 2',
      ].join('\n'),
    );
    expect(() => rocAuc([1, 1], [0.1, 0.2])).toThrow('2 churned, 0 stayed');
  });
});
