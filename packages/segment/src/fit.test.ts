import { readFileSync } from 'node:fs';
import { plantGroups } from '../test/planted-groups.mjs';
import { assignSegments } from './assign.js';
import type { NumberColumn } from './features/number-column.js';
import { fitSegments } from './fit.js';
import { adjustedRandIndex } from './matching/adjusted-rand.js';
import { nameSegments } from './name.js';

const { gaps } = JSON.parse(readFileSync('test/sklearn-planted.json', 'utf8')) as {
  gaps: { gap: number; adjustedRand: number[]; inertia: number[]; silhouette: number[] }[];
};

describe.each(gaps)('on four planted groups $gap standard deviations apart, 20 seeds', (scikitLearn) => {
  const runs = scikitLearn.inertia.map((_, seed) => {
    const planted = plantGroups(1000, scikitLearn.gap, seed);
    const model = fitSegments(planted.table, { features: planted.features });
    return { planted, model, segment: assignSegments(model, planted.table).segment };
  });

  it('fitSegments finds them at least 0.95 as well as scikit-learn', () => {
    for (const [seed, { planted, segment }] of runs.entries()) {
      const agreement = adjustedRandIndex(planted.group, segment);
      expect(agreement).toBeGreaterThanOrEqual(0.95 * scikitLearn.adjustedRand[seed]);
    }
  });

  it("fitSegments ends with an inertia of at most 1.001 of scikit-learn's", () => {
    for (const [seed, { model }] of runs.entries()) {
      expect(model.inertia).toBeLessThanOrEqual(1.001 * scikitLearn.inertia[seed]);
    }
  });

  it('nameSegments gives every segment the name of the group that most of its people are from', () => {
    for (const { planted, model, segment } of runs) {
      const { names } = nameSegments(model, planted.table, { value: planted.value, risk: planted.risk });
      for (const [s, name] of names.entries()) {
        const members = planted.group.filter((_, i) => segment[i] === s);
        const counts = planted.names.map((_, group) => members.filter((it) => it === group).length);
        expect(name).toBe(planted.names[counts.indexOf(Math.max(...counts))]);
      }
    }
  });

  it("the model's silhouette is scikit-learn's wherever the segments are", () => {
    let same = 0;
    for (const [seed, { model }] of runs.entries()) {
      if (Math.abs(model.inertia / scikitLearn.inertia[seed] - 1) > 5e-6) continue;
      expect(Math.abs(model.silhouette - scikitLearn.silhouette[seed])).toBeLessThan(2e-4);
      same++;
    }
    expect(same).toBeGreaterThan(2);
  });
});

describe('fitSegments', () => {
  const { table, features } = plantGroups(300, 4, 1);

  it('numbers segments from the largest to the smallest', () => {
    const { sizes } = fitSegments(table, { features });
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.reduce((sum, size) => sum + size)).toBe(300);
  });

  it('finds the same segments whatever unit a feature is in', () => {
    const inCents = { ...table, charges: table.charges.map((charge) => charge * 100 + 7) };
    const [a, b] = [table, inCents].map((it) => assignSegments(fitSegments(it, { features }), it).segment);
    expect(b).toEqual(a);
  });

  it('with ranks finds the same segments whatever curve the values are bent by', () => {
    const bent = { ...table, charges: table.charges.map((charge) => Math.exp(charge / 10)) };
    const options = { features, scale: 'rank' as const };
    const [a, b] = [table, bent].map((it) => assignSegments(fitSegments(it, options), it).segment);
    expect(adjustedRandIndex(a, b)).toBe(1);
  });

  it('ends at a local optimum of the full table, not of the sample that it starts from', () => {
    const { table, features } = plantGroups(60_000, 3, 4);
    const model = fitSegments(table, { features, restarts: 2 });
    const { segment, distance } = assignSegments(model, table);
    const sums = model.centroids.map(() => [0, 0, 0]);
    for (const [i, s] of segment.entries()) {
      for (const [j, { column, ...scaled }] of model.scaler.columns.entries()) {
        const { centre, spread } = scaled as NumberColumn;
        sums[s][j] += (table[column as 'charges'][i] - centre) / spread / model.sizes[s];
      }
    }
    for (const [s, centroid] of model.centroids.entries()) {
      for (const [j, coordinate] of centroid.entries()) expect(sums[s][j]).toBeCloseTo(coordinate, 9);
      expect(segment.filter((it) => it === s)).toHaveLength(model.sizes[s]);
    }
    expect(distance.reduce((sum, it) => sum + it * it, 0) / model.inertia).toBeCloseTo(1, 9);
  });

  it('never ends worse with more restarts', () => {
    const inertias = [1, 2, 5, 10, 20].map(
      (restarts) => fitSegments(table, { features, k: 7, restarts }).inertia,
    );
    expect(inertias).toEqual([...inertias].sort((a, b) => b - a));
    expect(inertias[4]).toBeLessThan(inertias[0]);
  });

  it('with a robust scale is not led astray by one absurd value, as the standard scale is', () => {
    const { table, features, group } = plantGroups(1000, 6, 1);
    table.charges[0] = 1e7;
    const agreement = (scale: 'standard' | 'robust') => {
      const model = fitSegments(table, { features, scale, k: 5 });
      return adjustedRandIndex(group, assignSegments(model, table).segment);
    };
    expect(agreement('robust')).toBeGreaterThan(0.95);
    expect(agreement('standard')).toBeLessThan(0.8);
  });
});
