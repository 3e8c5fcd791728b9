import { desc, op, table as arqueroTable } from 'arquero';
import { plantGroups } from '../test/planted-groups.mjs';
import { assignSegments } from './assign.js';
import { fitSegments } from './fit.js';
import { nameSegments } from './name.js';
import { profileSegments } from './profile.js';

const planted = plantGroups(600, 4, 2);
const contract = Array.from(planted.risk, (risk, i) => (i === 5 ? '' : risk > 0.35 ? 'Monthly' : 'Two year'));
const table = { ...planted.table, contract, clv: planted.value };
const unnamed = fitSegments(table, { features: planted.features });
const model = nameSegments(unnamed, table, { value: 'clv', risk: planted.risk });
const profiles = profileSegments(model, table, { measures: ['clv'], categories: ['contract'] });

/** The same by Arquero. */
const withSegment = arqueroTable({ ...table, segment: assignSegments(model, table).segment });

describe('profileSegments', () => {
  it('counts the customers of each segment', () => {
    expect(profiles.map(({ size }) => size)).toEqual(model.sizes);
    expect(profiles.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it.each([...planted.features, 'clv'])(
    'gives the mean and the quantiles of %s as Arquero does',
    (column) => {
      const expected = withSegment
        .groupby('segment')
        .rollup({ mean: op.mean(column), p10: op.quantile(column, 0.1), p90: op.quantile(column, 0.9) })
        .orderby('segment')
        .objects() as { mean: number; p10: number; p90: number }[];
      const everyone = withSegment.rollup({ mean: op.mean(column) }).get('mean', 0);
      for (const [s, { measures }] of profiles.entries()) {
        const measure = measures.find((it) => it.column === column)!;
        expect(measure.mean).toBeCloseTo(expected[s].mean, 9);
        expect(measure.quantiles.p10).toBeCloseTo(expected[s].p10, 9);
        expect(measure.quantiles.p90).toBeCloseTo(expected[s].p90, 9);
        expect(measure.everyone).toBeCloseTo(everyone, 9);
      }
    },
  );

  it('gives the share and the lift of each level, the most over-represented first', () => {
    const filled = withSegment.filter((d: { contract: string }) => d.contract !== '');
    const counts = filled
      .groupby('segment', 'contract')
      .count()
      .orderby('segment', desc('count'))
      .objects() as {
      segment: number;
      contract: string;
      count: number;
    }[];
    for (const { segment, contract, count } of counts) {
      const all = counts.filter((it) => it.segment === segment).reduce((sum, it) => sum + it.count, 0);
      const everywhere = counts
        .filter((it) => it.contract === contract)
        .reduce((sum, it) => sum + it.count, 0);
      const level = profiles[segment].levels.find((it) => it.level === contract)!;
      expect(level.share).toBeCloseTo(count / all, 12);
      expect(level.lift).toBeCloseTo(count / all / (everywhere / 599), 12);
    }
    for (const { levels } of profiles) expect(levels[0].lift).toBeGreaterThanOrEqual(levels[1].lift);
  });

  it('measures how far a segment stands out in standard deviations of everyone', () => {
    const { mean, deviation } = withSegment
      .rollup({ mean: op.mean('clv'), deviation: op.stdevp('clv') })
      .object() as {
      mean: number;
      deviation: number;
    };
    for (const { measures, effects } of profiles) {
      const clv = measures.find(({ column }) => column === 'clv')!;
      const effect = effects.find(({ column }) => column === 'clv')!;
      expect(effect.effect).toBeCloseTo((clv.mean - mean) / deviation, 9);
    }
  });

  it('says what sets a segment apart in words that a manager reads', () => {
    const transients = profiles.find(({ name }) => name === 'Low-Value Transients')!;
    expect(transients.summary).toMatch(
      /^Low-Value Transients: \d+ customers, \d+% of all\. (Low|High|Contract)[^.]+(\.\d+[^.]+)*\./,
    );
    expect(transients.summary).toContain('Contract is Monthly for ');
    expect(transients.summary).toContain('High support calls: ');
  });

  it('says so where a segment is like everyone', () => {
    const flat = { a: [0, 1, 0, 1, 0, 1], b: [1, 1, 1, 1, 1, 1] };
    const halves = fitSegments(flat, { features: ['a'], k: 2 });
    const mixed = { a: [0, 0, 0, 0], b: [1, 2, 1, 2] };
    const profiles = profileSegments(halves, mixed, { measures: ['b'] });
    expect(profiles.map(({ summary }) => summary.slice('Segment 1: '.length)).sort()).toEqual([
      '4 customers, 100% of all. Like everyone.',
      'no customers.',
    ]);
  });
});
