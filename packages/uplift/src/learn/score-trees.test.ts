import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { estimatesByScores, fitScoreTrees } from './score-trees.js';

const rows = 4000;
const normal = randomNormal.source(randomSource(11))();
const data = Float32Array.from({ length: 2 * rows }, () => normal());
const x = { data, rows, columns: 2 };
const moved = Float64Array.from({ length: rows }, (_, i) => 0.1 * Math.tanh(data[2 * i]));

/** Scores of an offer that moves customers by so much on average, and some more than others. */
function offerOf(average: number, strength: number, noise = 1) {
  const effect = moved.map((each) => average + strength * each);
  const scores = effect.map((each) => each + noise * normal());
  return { effect, scores, precision: new Float64Array(rows).fill(1 / noise ** 2) };
}

async function estimatesOf(offers: readonly ReturnType<typeof offerOf>[]) {
  const trees = await fitScoreTrees(x, offers, {});
  return { trees, estimates: await estimatesByScores(trees, x) };
}

const meanOf = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const errorOf = (estimate: Float32Array, effect: Float64Array) =>
  meanOf(effect.map((truth, i) => (estimate[i] - truth) ** 2));

describe('trees of doubly robust scores', () => {
  it('share nothing where there is one offer', async () => {
    const { trees, estimates } = await estimatesOf([offerOf(0.02, 1)]);
    expect(trees.shared).toBeUndefined();
    expect(estimates[0]).toHaveLength(1);
  });

  it('keep each offer its average, and are nearer to effects that go together than its own are', async () => {
    const offers = [offerOf(0.05, 1), offerOf(0.02, 1.2), offerOf(-0.03, 0.8)];
    const { trees, estimates } = await estimatesOf(offers);
    for (const [j, [own, shared]] of estimates.entries()) {
      expect(trees.averages[j]).toBeCloseTo(meanOf(offers[j].scores), 12);
      expect(meanOf(shared)).toBeCloseTo(trees.averages[j], 6);
      expect(errorOf(shared, offers[j].effect)).toBeLessThan(errorOf(own, offers[j].effect));
    }
  });

  it('tell of an offer that moves others by its own only', async () => {
    const offers = [offerOf(0.05, 1), offerOf(0.02, -1)];
    const { estimates } = await estimatesOf(offers);
    for (const [j, [own, shared]] of estimates.entries()) {
      expect(errorOf(own, offers[j].effect)).toBeLessThan(errorOf(shared, offers[j].effect));
    }
  });

  it('count scores by how much they tell: an offer of few customers does not drown the others', async () => {
    const [many, few] = [offerOf(0, 1, 0.5), offerOf(0, 1, 20)];
    const [[own, shared]] = (await estimatesOf([many, few])).estimates;
    expect(errorOf(shared, many.effect)).toBeLessThan(1.1 * errorOf(own, many.effect));
  });
});
