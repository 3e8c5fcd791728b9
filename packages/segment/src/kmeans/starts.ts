import { randomSource } from '@clv/contracts';
import { kmeans } from 'ml-kmeans';
import type { Points } from './points.js';
import { sampleDistinct } from './sample.js';

/** Larger tables are clustered first on a sample of so many rows for each centre. */
const sampleRowsPerCentre = 250;

/**
 * Centres to start from: ml-kmeans, with k-means++ starts, on the table where it is small and on a seeded sample of it
 * where it is not (Bradley, Fayyad 1998: starts refined on a sample lie nearer to the optimum). Each `restart` has a
 * sample and a start of its own.
 */
export function startingCentres(points: Points, k: number, seed: number, restart: number): Float64Array {
  const random = randomSource(seed, restart);
  const sample = sampleDistinct(points, k * sampleRowsPerCentre, k, random);
  const { centroids } = kmeans(rowsOf(sample), k, {
    seed: Math.floor(random() * 2 ** 31),
    initialization: 'kmeans++',
  });
  return Float64Array.from(centroids.flat());
}

function rowsOf({ values, rows, dimensions }: Points): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from(values.subarray(i * dimensions, (i + 1) * dimensions)),
  );
}
