import { plantGroups } from '../test/planted-groups.mjs';
import { assignSegments } from './assign.js';
import type { Scale } from './features/number-column.js';
import { fitSegments } from './fit.js';
import { carryNames, matchSegments, migration } from './match.js';
import { nameSegments } from './name.js';

const months = [plantGroups(800, 4, 1), plantGroups(900, 4, 2)];

/** The planted group that most rows of each segment are from. */
function groupsOf({ group }: (typeof months)[number], segment: Int32Array, k = 4): number[] {
  return Array.from({ length: k }, (_, s) => {
    const members = Array.from(group.filter((_, i) => segment[i] === s));
    const counts = [0, 1, 2, 3].map((it) => members.filter((member) => member === it).length);
    return counts.indexOf(Math.max(...counts));
  });
}

const withPlan = (month: (typeof months)[number]) => ({
  ...month.table,
  plan: Array.from(month.group, (group) => ['gold', 'basic', 'gold', 'free'][group]),
});

describe.each(['standard', 'robust', 'rank'] as Scale[])('between two months, scale %s', (scale) => {
  const models = months.map((month) =>
    fitSegments(withPlan(month), { features: month.features, categories: ['plan'], scale }),
  );
  const groups = months.map((month, m) =>
    groupsOf(month, assignSegments(models[m], withPlan(month)).segment),
  );

  it('matchSegments continues each group in itself', () => {
    const { continues, ended } = matchSegments(models[0], models[1]);
    expect(continues.map((old) => groups[0][old!])).toEqual(groups[1]);
    expect(ended).toEqual([]);
  });

  it('carryNames keeps each group its name', () => {
    const { value, risk } = months[0];
    const named = nameSegments(models[0], withPlan(months[0]), { value, risk });
    const { names } = carryNames(named, models[1]);
    expect(names).toEqual(groups[1].map((group) => months[0].names[group]));
  });
});

describe('matchSegments', () => {
  const [before, after] = months;
  const four = fitSegments(before.table, { features: before.features });

  it('is the identity, at no distance, of a model and itself', () => {
    const { continues, distance } = matchSegments(four, four);
    expect(continues).toEqual([0, 1, 2, 3]);
    for (const way of distance) expect(way).toBeCloseTo(0, 12);
  });

  it('tells which segments are new and which have ended', () => {
    const six = fitSegments(after.table, { features: after.features, k: 6 });
    const grown = matchSegments(four, six);
    expect(grown.continues.filter((old) => old === null)).toHaveLength(2);
    expect(grown.continues.filter((old) => old !== null).sort()).toEqual([0, 1, 2, 3]);
    expect(matchSegments(six, four).ended).toHaveLength(2);
    expect(new Set(carryNames(four, six).names).size).toBe(6);
  });

  it('leaves carryNames no name that two segments would have', () => {
    const six = fitSegments(after.table, { features: after.features, k: 6 });
    const before = { ...four, names: ['A', 'A (new)', 'A (new 2)', 'B'] };
    const { continues } = matchSegments(four, six);
    const own = ['A', 'B', 'A (new)', 'B (new)', 'C', 'D'];
    for (const turn of own.keys()) {
      const after = { ...six, names: own.map((_, s) => own[(s + turn) % 6]) };
      const { names } = carryNames(before, after);
      expect(new Set(names).size).toBe(6);
      for (const [s, old] of continues.entries()) {
        if (old !== null) expect(names[s]).toBe(before.names[old]);
        else expect(names[s].startsWith(after.names[s])).toBe(true);
      }
    }
  });

  it('refuses models of different columns', () => {
    const other = fitSegments(before.table, { features: ['charges'] });
    expect(() => matchSegments(four, other)).toThrow(
      'segments of different columns cannot be matched: charges (number), support_calls (number), usage (number) and charges (number)',
    );
  });
});

describe('migration', () => {
  const [month] = months;
  const models = [4, 5].map((k) => fitSegments(month.table, { features: month.features, k }));

  it('counts each row once, from where it was to where it is', () => {
    const { from, to, counts, stayed } = migration(models[0], models[1], month.table);
    expect(from).toEqual(assignSegments(models[0], month.table).segment);
    expect(to).toEqual(assignSegments(models[1], month.table).segment);
    expect(counts.map((row) => row.length)).toEqual([5, 5, 5, 5]);
    for (const [a, row] of counts.entries()) {
      for (const [b, count] of row.entries()) {
        expect(from.filter((it, i) => it === a && to[i] === b)).toHaveLength(count);
      }
    }
    const { continues } = matchSegments(models[0], models[1]);
    const staying = counts.flatMap((row, a) => row.filter((_, b) => continues[b] === a));
    expect(stayed).toBeCloseTo(staying.reduce((sum, it) => sum + it) / 800, 12);
  });

  it('finds that nobody moved between a model and itself', () => {
    expect(migration(models[0], models[0], month.table).stayed).toBe(1);
  });
});
