import { randomSource } from '@clv/contracts';
import { readExperiment } from '../experiment/experiment.js';
import { chancesOf } from './overlap.js';

const rows = 4000;
const next = randomSource(8);

/** Half of the customers are of either kind: 9 of 10 of the one kind are called, 1 of 10 of the other. */
const kind = Array.from({ length: rows }, (_, i) => Math.floor((2 * i) / rows));
const offer = kind.map((k, i) => ((k === 0) === (i % 10 !== 0) ? 'call' : 'none'));
const chance = kind.map((k, i) => ((k === 0) === (offer[i] === 'call') ? 0.9 : 0.1));
const log = { offer, chance, kind, noise: kind.map(() => next()), stayed: kind.map(() => +(next() < 0.5)) };
const columns = { offer: 'offer', outcome: 'stayed', features: ['kind', 'noise'] };
const folds = { fold: Int32Array.from(kind, (_, i) => Math.floor(i / 10) % 4), count: 4 };

/** Of each arm 45% of all customers weigh 1 / .9 and 5% weigh 10, as many as 1 / 5.556 of all would alike. */
const kish = 2 / (0.45 / 0.81 + 5);
/** How much surer 9 to 1 is than the toss of a coin. */
const mcFadden = 1 + (0.9 * Math.log(0.9) + 0.1 * Math.log(0.1)) / Math.LN2;

describe('chancesOf', () => {
  it('takes known chances as they are, and tells what weighting by them leaves', async () => {
    const known = await chancesOf(readExperiment(log, { ...columns, propensity: 'chance' }), folds, {});
    expect([...known.chance]).toEqual(chance);
    const { effectiveShare, pseudoR2, ...rest } = known.overlap;
    expect(rest).toEqual({ propensity: 'known', least: 0.1, greatest: 0.9, clipped: 0, clippedAt: 0 });
    expect(effectiveShare).toBeCloseTo(kish, 9);
    expect(pseudoR2).toBeCloseTo(mcFadden, 9);
  });

  it('finds about these chances where they are not known', async () => {
    const found = await chancesOf(readExperiment(log, columns), folds, { threads: 1 });
    const missed = chance.reduce((sum, truth, i) => sum + Math.abs(found.chance[i] - truth), 0) / rows;
    expect(missed).toBeLessThan(0.03);
    expect(found.overlap).toMatchObject({ propensity: 'estimated', clipped: 0, clippedAt: 0.01 });
    expect(found.overlap.effectiveShare).toBeCloseTo(kish, 1);
    expect(found.overlap.pseudoR2).toBeCloseTo(mcFadden, 1);
  });
});
