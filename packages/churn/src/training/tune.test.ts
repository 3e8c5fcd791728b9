import { randomSource } from '@clv/contracts';
import { gbdtEngine } from '../engine/gbdt.js';
import { tuneParams } from './tune.js';

/** Labels that only a tree of two questions can tell: whether two signs agree. */
function interplay(rows: number) {
  const random = randomSource(11);
  const data = Float32Array.from({ length: rows * 6 }, () => random() - 0.5);
  const labels = Float32Array.from({ length: rows }, (_, row) => {
    const agree = data[row * 6] * data[row * 6 + 1] > 0;
    return random() < (agree ? 0.9 : 0.1) ? 1 : 0;
  });
  return { matrix: { data, rows, columns: 6 }, labels };
}

describe('tuneParams', () => {
  const everyone = { customers: interplay(4000), rows: Uint32Array.from({ length: 4000 }, (_, i) => i) };
  const stumps = { ...gbdtEngine.defaults(4000), maxDepth: 1, rounds: 60 };

  it('finds that deeper trees are wanted', async () => {
    const tuned = await tuneParams(gbdtEngine, everyone, stumps, 9, { seed: 1 });
    expect(tuned.maxDepth).toBeGreaterThan(1);
    expect(await tuneParams(gbdtEngine, everyone, stumps, 9, { seed: 1 })).toEqual(tuned);
  });

  it('takes trees that never stop early', async () => {
    const tireless = { ...stumps, rounds: 20, earlyStoppingRounds: 0 };
    const tuned = await tuneParams(gbdtEngine, everyone, tireless, 3, { seed: 1 });
    expect(tuned).toMatchObject({ rounds: 20, earlyStoppingRounds: 0 });
  });

  it('keeps what it is given where that is the only candidate', async () => {
    expect(await tuneParams(gbdtEngine, everyone, stumps, 1, { seed: 1 })).toEqual(stumps);
  });
});
