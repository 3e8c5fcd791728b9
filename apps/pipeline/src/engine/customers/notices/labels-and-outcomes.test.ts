import { defineSchema } from '@clv/table';
import { findLogRows } from '@clv/uplift';

import { compareOutcomes, contradictionNotices, sumComparisons } from './labels-and-outcomes.js';

const schema = defineSchema({ label: 'churned', offer: 'offer', outcome: 'stayed' });

/** What is said of as many customers as named, by what label and outcome say of them. */
function said(
  groups: [count: number, label: number, outcome: string, offer?: string][],
  parts = 1,
): string[] {
  const rows = groups.flatMap(([count, label, outcome, offer = 'none']) =>
    Array.from({ length: count }, () => ({ label, outcome, offer })),
  );
  const compared = Array.from({ length: parts }, (_, part) => {
    const own = rows.filter((_, i) => i % parts === part);
    const log = { offer: own.map(({ offer }) => offer), stayed: own.map(({ outcome }) => outcome) };
    return compareOutcomes(
      Int8Array.from(own, ({ label }) => label),
      findLogRows(log, { offer: 'offer', outcome: 'stayed' }),
    );
  });
  return contradictionNotices(sumComparisons(compared), schema);
}

describe('contradictionNotices', () => {
  it.each([1, 7])('count those for whom label and outcome contradict each other, in %i parts', (parts) => {
    const sound: [number, number, string][] = [
      [250, 1, '0'],
      [740, 0, 'yes'],
    ];
    expect(said(sound, parts)).toEqual([]);
    expect(
      said([...sound, [7, 1, '1'], [3, 0, 'no'], [500, -1, '1'], [500, 1, ''], [500, 1, '1', '']], parts),
    ).toEqual([
      'churned and stayed contradict each other for 10 of the 1,000 customers of the experiment for whom both are known: 7 customers left by churned and stayed by stayed, 3 the other way round. Unless the two tell of different months, one of them is wrong.',
    ]);
  });

  it('say that the outcome is the wrong way round', () => {
    expect(
      said([
        [250, 1, '1'],
        [740, 0, '0'],
        [10, 0, '1'],
      ]),
    ).toEqual([
      expect.stringMatching(/^stayed seems to be the wrong way round: of the 1,000 customers .* for 990\./),
    ]);
  });

  it('say nothing where the two tell of different things', () => {
    // As if drawn apart, also where hardly anyone leaves and most therefore agree.
    expect(
      said([
        [75, 1, '0'],
        [175, 1, '1'],
        [225, 0, '0'],
        [525, 0, '1'],
      ]),
    ).toEqual([]);
    expect(
      said([
        [1, 1, '0'],
        [19, 1, '1'],
        [19, 0, '0'],
        [361, 0, '1'],
      ]),
    ).toEqual([]);
    expect(
      said([
        [250, 1, '0'],
        [740, 0, '1'],
        [10, 0, '35.5'],
      ]),
    ).toEqual([]);
    expect(said([[10, 0, '1']])).toEqual([]);
    expect(said([])).toEqual([]);
  });
});
