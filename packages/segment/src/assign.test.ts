import { randomSource } from '@clv/contracts';
import { assignSegments, segmentNumbers } from './assign.js';
import { fitSegments } from './fit.js';

const next = randomSource(12);
const rows = 900;
const column = () => Array.from({ length: rows }, () => Math.floor(1000 * next()) / 10);
const table = { usage: column(), charges: column(), calls: column() };
const features = ['usage', 'charges', 'calls'] as const;

describe('assignSegments', () => {
  it.each([2, 3, 7])(
    'tells of each of %d segments the nearest, how far it is, and how much farther the next',
    (k) => {
      const model = fitSegments(table, { features: [...features], k });
      const { segment, distance, margin, name } = assignSegments(model, table);
      const scaled = model.scaler.columns as { centre: number; spread: number }[];
      for (let row = 0; row < rows; row += 7) {
        const place = features.map(
          (feature, c) => (table[feature][row] - scaled[c].centre) / scaled[c].spread,
        );
        const ways = model.centroids.map((centre) => Math.hypot(...centre.map((it, c) => it - place[c])));
        const [near, far] = [...ways].sort((a, b) => a - b);
        expect(distance[row]).toBeCloseTo(near, 9);
        expect(ways[segment[row]]).toBeCloseTo(near, 9);
        expect(margin[row]).toBeCloseTo(far - near, 9);
        expect(name[row]).toBe(model.names[segment[row]]);
      }
      expect(segmentNumbers(model, table)).toEqual(segment);
    },
  );
});
