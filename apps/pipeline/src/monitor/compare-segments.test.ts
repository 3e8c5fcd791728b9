import { fitSegments } from '@clv/segment';

import { compareSegments } from './compare-segments.js';
import type { MonitoredRun } from './monitored-run.js';

/** Customers of low and of high charges. */
const charges = Array.from({ length: 60 }, (_, i) => (i < 40 ? 10 + (i % 5) : 90 + (i % 5)));
const model = { ...fitSegments({ charges }, { features: ['charges'], k: 2 }), names: ['Cheap', 'Dear'] };

/** A run of some customers, each in a segment. */
function runOf(ids: string[], segment: number[], segments = model, id: string | null = 'id') {
  const customersIn = segments.names.map((_, s) => segment.filter((own) => own === s).length);
  return {
    name: 'run',
    ids,
    segment: Int32Array.from(segment),
    summary: { customers: ids.length, segments: customersIn.map((customers) => ({ customers })) },
    scorer: { segments, schema: { roles: { id: id ?? undefined } } },
  } as unknown as MonitoredRun;
}

const ids = Array.from({ length: 60 }, (_, i) => `c${i}`);
const before = runOf(
  ids,
  ids.map((_, i) => (i < 40 ? 0 : 1)),
);

describe('compareSegments', () => {
  it('counts who moved among those who were there before, whatever the segments are numbered', () => {
    const turned = { ...model, centroids: model.centroids.toReversed(), names: ['Dear', 'Cheap'] };
    // The first ten are new; of the others, c10 to c21 have become dear, and c53 to c59 cheap.
    const others = ids.slice(10);
    const now = runOf(
      [...ids.slice(0, 10).map((id) => `new ${id}`), ...others],
      ids.map((_, i) => (i < 10 ? 0 : i < 22 || (i >= 40 && i < 53) ? 0 : 1)),
      turned,
    );
    const { change, notices } = compareSegments(before, now);
    expect(notices).toEqual([]);
    expect(change.ended).toEqual([]);
    expect(change.migration).toMatchObject({ customers: 50, share: 19 / 50 });
    expect(change.migration!.moves).toEqual([
      { from: 'Cheap', to: 'Dear', customers: 12 },
      { from: 'Dear', to: 'Cheap', customers: 7 },
    ]);
    expect(change.segments).toEqual([
      { segment: 'Dear', continues: 'Dear', before: 20 / 60, now: 35 / 60 },
      { segment: 'Cheap', continues: 'Cheap', before: 40 / 60, now: 25 / 60 },
    ]);
  });

  it('goes by names where the segments are made of other columns', () => {
    const other = fitSegments({ calls: charges }, { features: ['calls'], k: 2 });
    const { change, notices } = compareSegments(
      before,
      runOf(
        ids,
        ids.map((_, i) => (i < 40 ? 1 : 0)),
        { ...other, names: ['Loud', 'Cheap'] },
      ),
    );
    expect(notices).toEqual([expect.stringContaining('matched by their names')]);
    expect(change.segments.map(({ continues }) => continues)).toEqual([null, 'Cheap']);
    expect(change.ended).toEqual(['Dear']);
    expect(change.migration).toMatchObject({ customers: 60, share: 20 / 60 });
  });

  it('knows of no moves where nobody stands in both runs, or one has no ids, and says which', () => {
    const strangers = ids.map((id) => `new ${id}`);
    const of = (now: MonitoredRun) => compareSegments(before, now);
    const segment = [...before.segment];
    expect(of(runOf(strangers, segment))).toMatchObject({
      notices: ['No customer stands in both runs, so nobody has moved.'],
    });
    expect(of(runOf(ids, segment, model, null))).toMatchObject({
      notices: ['Customers have no id in both runs, so who has moved between segments cannot be told.'],
    });
    for (const now of [runOf(strangers, segment), runOf(ids, segment, model, null)])
      expect(of(now).change.migration).toBeUndefined();
  });
});
