import { kmeans } from 'ml-kmeans';
import { rowsOf, scatter } from '../../test/scatter.js';
import { cluster } from './cluster.js';
import { settle } from './settle.js';

describe('cluster', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('never ends worse than ml-kmeans with the same seed (%i)', (seed) => {
    const [k, dimensions] = [2 + (seed % 5), 1 + (seed % 3)];
    const points = scatter(3_000, dimensions, seed);
    const { centroids } = kmeans(rowsOf(points), k, { seed, initialization: 'kmeans++' });
    const theirs = settle(points, Float64Array.from(centroids.flat()), { maxPasses: 1 }).inertia;
    expect(cluster(points, k, { seed, restarts: 1 }).inertia).toBeLessThanOrEqual(theirs * (1 + 1e-12));
  });

  it('ends at a local optimum of all rows where the starts compete on a sample', () => {
    const points = scatter(60_000, 2, 3);
    const found = cluster(points, 5, { seed: 1, restarts: 3 });
    const again = settle(points, found.centres);
    expect(again.labels).toEqual(found.labels);
    expect(again.passes).toBeLessThanOrEqual(2);
  });
});
