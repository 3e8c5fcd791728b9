import { features, simulateExperiment } from '../test/simulated-experiment.js';
import { evaluateUplift } from './evaluate/evaluate-uplift.js';
import { fitUplift, type Learner, type UpliftModel } from './fit-uplift.js';
import type { DoublyRobustMember } from './learn/doubly-robust-ensemble.js';
import type { DoublyRobustEffects } from './learn/doubly-robust-learner.js';
import { predictUplift } from './predict-uplift.js';

const columns = { outcome: 'outcome', offer: 'offer', features: [...features] };
const known = { ...columns, propensity: 'propensity' };
const small = simulateExperiment({ customers: 3000, seed: 21 });
const later = simulateExperiment({ customers: 20_000, seed: 22 });

const effectsAfter = async (seed: number, learner: Learner) => {
  const { table } = simulateExperiment({ customers: 10_000, seed });
  return predictUplift(await fitUplift(table, { ...known, learner }), later.table);
};
const afterTheFirst = memoized(() => effectsAfter(1, 'DR'));
const smallFitted = memoized(() => fitUplift(small.table, { ...known, folds: 3 }));

const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [sumOf(a) / a.length, sumOf(b) / b.length];
  const covariance = sumOf(a.map((value, i) => (value - meanA) * (b[i] - meanB)));
  const spread = (values: Float64Array, mean: number) => sumOf(values.map((value) => (value - mean) ** 2));
  return covariance / Math.sqrt(spread(a, meanA) * spread(b, meanB));
}

/** What is gained by offering where the predicted effect is positive, as a share of knowing the true effects. */
function shareOfOracle(predicted: Float64Array, truth: Float64Array): number {
  const reached = sumOf(truth.map((effect, i) => (predicted[i] > 0 ? effect : 0)));
  return reached / sumOf(truth.map((effect) => Math.max(0, effect)));
}

describe('fitUplift', () => {
  it.each<[Learner, number]>([
    ['S', 0.75],
    ['T', 0.6],
    ['X', 0.75],
    ['DR', 0.75],
  ])('%s learns effects that correlate with the true ones, at 10,000 customers', async (learner, least) => {
    const { effect, standardError, baseline } = await (learner === 'DR'
      ? afterTheFirst()
      : effectsAfter(1, learner));
    expect(correlation(effect, later.effect)).toBeGreaterThan(least);
    expect(effect.every((value) => value >= -1 && value <= 1)).toBe(true);
    expect(standardError.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(baseline.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('DR reaches 85% of the value that an oracle would, at 10,000 customers', async () => {
    const found = [await afterTheFirst(), await effectsAfter(2, 'DR'), await effectsAfter(3, 'DR')];
    const shares = Float64Array.from(found, ({ effect }) => shareOfOracle(effect, later.effect));
    expect(sumOf(shares) / 3).toBeGreaterThan(0.85);
  });

  it('DR reaches 95% of it at 100,000, with the fewest folds', async () => {
    const { table } = simulateExperiment({ customers: 100_000, seed: 1 });
    const { effect } = await predictUplift(await fitUplift(table, { ...known, folds: 3 }), later.table);
    expect(shareOfOracle(effect, later.effect)).toBeGreaterThan(0.95);
  });

  it('DR sees through confounding, with propensities known or estimated, where a comparison of means does not', async () => {
    const { table, effect } = simulateExperiment({ customers: 20_000, seed: 5, confounded: true });
    const truth = sumOf(effect) / effect.length;
    const meanOf = (name: string) => {
      const outcomes = table.outcome.filter((_, i) => table.offer[i] === name);
      return sumOf(outcomes) / outcomes.length;
    };
    expect(Math.abs(meanOf('discount') - meanOf('none') - truth)).toBeGreaterThan(0.05);
    for (const options of [columns, known]) {
      const { averageEffects } = await fitUplift(table, { ...options, folds: 3 });
      const [{ effect: average, standardError }] = averageEffects!;
      expect(Math.abs(average - truth)).toBeLessThan(3 * standardError);
    }
  });

  it('reports how propensities were got, and how many it clipped', async () => {
    const given = await smallFitted();
    expect(given.overlap).toMatchObject({ propensity: 'known', clipped: 0, least: 0.5, greatest: 0.5 });
    expect(given.notices).toEqual([]);
    const { table } = simulateExperiment({ customers: 6000, seed: 7 });
    const chosen = Array.from(table.offer, (_, i) =>
      table.x3[i] > 0 || i % 500 === 0 ? 'discount' : 'none',
    );
    const { overlap, notices } = await fitUplift({ ...table, offer: chosen }, { ...columns, folds: 3 });
    expect(overlap!.propensity).toBe('estimated');
    expect(overlap!.clipped).toBeGreaterThan(0);
    expect(notices.join()).toMatch(/\d+ of 6,000 customers had less than a 0.01 chance of what they got/);
  });

  it('says that little is left to compare where known chances are far apart', async () => {
    const { table } = simulateExperiment({ customers: 1000, seed: 7 });
    const propensity = table.propensity.map((chance, i) => (i % 50 === 0 ? 0.001 : chance));
    const { overlap, notices } = await fitUplift({ ...table, propensity }, { ...known, folds: 3 });
    expect(overlap).toMatchObject({ propensity: 'known', clipped: 0 });
    expect(notices).toEqual([
      expect.stringMatching(/^little overlap: the weights leave \d% of the customers' information$/),
    ]);
  });

  it('takes several offers at once, each against none', async () => {
    const { table } = simulateExperiment({ customers: 9000, seed: 8 });
    const offer = table.offer.map((name, i) => (name === 'discount' && i % 2 ? 'gift' : name));
    const outcome = table.outcome.map((value, i) => (offer[i] === 'gift' ? 1 : value));
    const propensity = { none: 0.5, discount: 0.25, gift: 0.25 };
    const model = await fitUplift({ ...table, offer, outcome }, { ...columns, propensity, folds: 3 });
    expect(model.offers).toEqual(['discount', 'gift']);
    const { effect, baseline } = await predictUplift(model, later.table);
    const gifts = Float64Array.from(baseline, (_, i) => effect[2 * i + 1]);
    expect(sumOf(gifts) / gifts.length).toBeCloseTo(1 - sumOf(baseline) / baseline.length, 1);
  });

  it('takes amounts as outcomes', async () => {
    const spent = small.table.outcome.map((value) => 50 * value);
    const money = await fitUplift({ ...small.table, outcome: spent }, { ...known, folds: 3 });
    const chance = await smallFitted();
    expect(money.binary).toBe(false);
    expect(money.averageEffects![0].effect / chance.averageEffects![0].effect / 50).toBeCloseTo(1, 0);
  });

  it('gives standard errors by the bootstrap too, of the same size', async () => {
    const rows = { ...known, folds: 3, resampling: 'bootstrap', resamples: 8 } as const;
    const bootstrap = await predictUplift(await fitUplift(small.table, rows), small.table);
    const jackknife = await predictUplift(await fitUplift(small.table, { ...known, folds: 5 }), small.table);
    const ratio = sumOf(bootstrap.standardError) / sumOf(jackknife.standardError);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it.each(['DR', 'T'] as const)('%s tells how far it has come, to the end', async (learner) => {
    const steps: [number, number][] = [];
    const onProgress = (done: number, total: number) => void steps.push([done, total]);
    await fitUplift(small.table, { ...known, learner, folds: 3, onProgress });
    const total = learner === 'DR' ? 6 : 3;
    expect(steps).toEqual(Array.from({ length: total + 1 }, (_, done) => [done, total]));
  });

  it('is of no use without its members, and says so', async () => {
    const model = { ...(await smallFitted()), members: [] };
    await expect(predictUplift(model, small.table)).rejects.toMatchObject({
      code: 'INVALID_MODEL',
      path: 'members',
    });
  });

  it('is a value: the same twice, its input unchanged, through JSON bit for bit, row by row', async () => {
    const before = structuredClone(small.table);
    const model = await fitUplift(small.table, { ...known, folds: 3 });
    expect(await smallFitted()).toEqual(model);
    expect(small.table).toEqual(before);
    const all = await predictUplift(JSON.parse(JSON.stringify(model)) as UpliftModel, small.table);
    expect(all).toEqual(await predictUplift(model, small.table));
    const lastTen = Object.fromEntries(
      Object.entries(small.table).map(([name, values]) => [name, values.slice(-10)]),
    );
    expect((await predictUplift(model, lastTen)).effect).toEqual(all.effect.slice(-10));
  });

  it('predicts as a model of version 1 did, which held each offer by itself', async () => {
    const fitted = await smallFitted();
    const unstretched = (fitted.members as DoublyRobustMember[]).map(({ outcomes, effects }) => {
      const { learner, trees, mixtures } = effects as DoublyRobustEffects;
      return { outcomes, effects: { learner, trees, mixtures } };
    });
    const model: UpliftModel = { ...fitted, version: 4, members: unstretched };
    const members = unstretched.map(({ outcomes, effects: { trees, mixtures } }) => {
      const [own] = trees.own;
      const [average] = trees.averages;
      const shares = { outcomes: mixtures.common[0], scores: mixtures.common[1] };
      return { outcomes, effects: [{ learner: 'DR' as const, scores: own, mixture: shares, average }] };
    });
    const first: UpliftModel = { ...model, version: 1, members };
    expect(await predictUplift(first, small.table)).toEqual(await predictUplift(model, small.table));
  });

  describe('of several offers', () => {
    const offer = small.table.offer.map((name, i) => (name === 'discount' && i % 2 ? 'gift' : name));
    const propensity = { none: 0.5, discount: 0.25, gift: 0.25 };
    const fitted = memoized(() => fitUplift({ ...small.table, offer }, { ...columns, propensity, folds: 3 }));
    const withMembers = async (change: (found: DoublyRobustEffects) => object) => {
      const model = await fitted();
      const members = (model.members as DoublyRobustMember[]).map(({ outcomes, effects }) => {
        return { outcomes, effects: change(effects as DoublyRobustEffects) };
      });
      return { ...model, members } as UpliftModel;
    };
    const earlier = async (version: 2 | 3, change: (found: DoublyRobustEffects) => object) => {
      const model: UpliftModel = { ...(await withMembers(change)), version };
      return (await predictUplift(model, small.table)).effect;
    };

    it('orders offers after each of which everybody did the same', async () => {
      const brought = { none: 5.5, gift: 77.7, discount: 11.1 };
      const got = small.table.offer.map((_, i) => (['none', 'gift', 'discount'] as const)[i % 3]);
      const table = { ...small.table, offer: got, outcome: got.map((name) => brought[name]) };
      const options = { ...columns, propensity: { none: 1 / 3, gift: 1 / 3, discount: 1 / 3 }, folds: 3 };
      const model = await fitUplift(table, { ...options, ladder: ['gift', 'discount'] });
      const { effect, offers } = await predictUplift(model, small.table);
      // Rounding alone varies, and says which of the two is surer.
      const [weaker, stronger] = ['gift', 'discount'].map((name) => offers.indexOf(name));
      expect(effect.filter((value) => !(value > 5.5 && value < 72.3))).toHaveLength(0);
      for (let i = 0; i < effect.length; i += 2)
        expect(effect[i + stronger]).toBeGreaterThanOrEqual(effect[i + weaker]);
    });

    it('moves nobody less by an offer that is stronger on a ladder, and says so if the log does not', async () => {
      const options = { ...columns, propensity, folds: 3 };
      // In truth both are the same: each chance puts one of them ahead.
      for (const ladder of [
        ['gift', 'discount'],
        ['discount', 'gift'],
      ]) {
        const model = await fitUplift({ ...small.table, offer }, { ...options, ladder });
        expect(model.notices).toEqual([]);
        expect(model.averageEffects).toEqual((await fitted()).averageEffects);
        const { effect, offers } = await predictUplift(
          JSON.parse(JSON.stringify(model)) as UpliftModel,
          later.table,
        );
        const [weaker, stronger] = ladder.map((name) => offers.indexOf(name));
        for (let i = 0; i < later.table.outcome.length; i++)
          expect(effect[2 * i + stronger]).toBeGreaterThanOrEqual(effect[2 * i + weaker]);
      }
      const outcome = small.table.outcome.map((value, i) => (offer[i] === 'gift' ? 1 : value));
      const { notices } = await fitUplift(
        { ...small.table, offer, outcome },
        { ...options, ladder: ['gift', 'discount'] },
      );
      expect(notices).toEqual([
        'gift did more than discount in the log, and not by chance: they may differ in more than strength',
      ]);
    });

    it('looks for a line in a hundred features, and in no more', async () => {
      const many = (features: number) => {
        const names = Array.from({ length: features }, (_, k) => `feature ${k}`);
        const table = Object.fromEntries(
          names.map((name, k) => [name, offer.map((_, i) => (i * (k + 2)) % 7)]),
        );
        return fitUplift(
          { ...small.table, ...table, offer },
          { ...columns, propensity, folds: 3, features: names },
        );
      };
      const hasLine = ({ members }: UpliftModel) =>
        (members as DoublyRobustMember[]).map(
          ({ effects }) => 'line' in effects && effects.line !== undefined,
        );
      expect(hasLine(await many(100))).toEqual([true, true, true]);
      expect(hasLine(await many(101))).toEqual([false, false, false]);
    });

    it('predicts as a model of version 3 did, which had no line', async () => {
      const without = { common: [0.4, 0.1, 0.3], apart: [0.2, 0.1, 0] };
      const now = { common: [...without.common, 0], apart: [...without.apart, 0] };
      const found = await withMembers(({ learner, trees, line }) => ({
        ...{ learner, trees, mixtures: now },
        ...(line && { line }),
      }));
      expect(await earlier(3, ({ learner, trees }) => ({ learner, trees, mixtures: without }))).toEqual(
        (await predictUplift(found, small.table)).effect,
      );
    });

    it('predicts as a model of version 2 did, which mixed estimates once', async () => {
      const mixture = [0.4, 0.1, 0.3];
      const effect = await earlier(2, ({ learner, trees }) => ({ learner, trees, mixture }));
      // Version 2 added up shares of estimates, and of the average what was left to 1: each alone tells what it holds.
      const alone = (shares: number[]) =>
        earlier(3, ({ learner, trees }) => ({ learner, trees, mixtures: { common: shares, apart: shares } }));
      const parts = await Promise.all(
        [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
          [0, 0, 0],
        ].map(alone),
      );
      effect.forEach((value, at) => {
        const mixed = [...mixture, 0.2].reduce((sum, share, k) => sum + share * parts[k][at], 0);
        expect(value).toBeCloseTo(mixed, 6);
      });
    });
  });

  it('is refused if a later version fitted it, or none', async () => {
    for (const [change, path] of [
      [{ version: 7 }, 'version'],
      [{ format: 'clv-churn' }, 'format'],
      [{ members: undefined }, 'format'],
    ] as const) {
      const spoilt = { ...(await smallFitted()), ...change } as unknown as UpliftModel;
      await expect(predictUplift(spoilt, small.table)).rejects.toMatchObject({ code: 'INVALID_MODEL', path });
    }
  });

  it('finds no ranking where no effect was planted', async () => {
    const { table } = simulateExperiment({ customers: 4000, seed: 31, strength: 0 });
    const test = simulateExperiment({ customers: 4000, seed: 32, strength: 0 }).table;
    const { effect } = await predictUplift(await fitUplift(table, { ...known, folds: 3 }), test);
    const treated = test.offer.map((name) => name === 'discount');
    const { ranking } = evaluateUplift({
      effect,
      outcome: test.outcome,
      treated,
      propensity: 0.5,
      resamples: 2,
    });
    expect(ranking.pValue).toBeGreaterThan(0.01);
  });
});

describe('arms of customers who are not alike', () => {
  const { offer, outcome, x0, x1 } = small.table;
  const fitted = (x0: ArrayLike<number>, propensity?: ArrayLike<number>) =>
    fitUplift(
      { x0, x1, offer, outcome, ...(propensity && { propensity }) },
      { outcome: 'outcome', offer: 'offer', folds: 3, ...(propensity && { propensity: 'propensity' }) },
    );
  const saysSo = expect.stringMatching(/^no overlap: what is known of customers all but tells who got what/);

  it('are told of, though every weight is the same', async () => {
    const apart = Array.from(x0, (value, i) => Math.abs(value) * (offer[i] === 'none' ? -1 : 1));
    const { overlap, notices } = await fitted(apart);
    expect(overlap!.effectiveShare).toBeGreaterThan(0.9);
    expect(overlap!.pseudoR2).toBeGreaterThan(0.8);
    expect(notices).toContainEqual(saysSo);
    const { notices: known } = await fitted(
      x0,
      Array.from(offer, () => 0.99),
    );
    expect(known).toContainEqual(saysSo);
  });

  it('are no matter in an experiment, whose chances tell nothing of who got what', async () => {
    for (const { overlap, notices } of [
      await fitted(x0),
      await fitted(
        x0,
        Array.from(offer, () => 0.5),
      ),
    ]) {
      expect(overlap!.pseudoR2).toBeLessThan(0.1);
      expect(notices).not.toContainEqual(saysSo);
    }
  });
});

describe('outcomes in another unit', () => {
  const { offer, outcome, x0, x1 } = small.table;
  const spent = Float64Array.from(outcome, (stayed, i) => stayed * (3 + x0[i] + x1[i]));
  const rows = { x0, x1, offer };
  const options = { outcome: 'spent', offer: 'offer', folds: 3 } as const;

  it.each(['S', 'T', 'X', 'DR'] as const)(
    'give %s the same effects in that unit, to the last digit',
    async (learner) => {
      const effectsOf = async (unit: number) => {
        const model = await fitUplift(
          { ...rows, spent: spent.map((money) => money / unit) },
          { ...options, learner },
        );
        return (await predictUplift(model, rows)).effect.map((effect) => effect * unit);
      };
      const effects = await effectsOf(1);
      expect(Math.max(...effects) - Math.min(...effects)).toBeGreaterThan(0.1);
      for (const unit of [2 ** 40, 2 ** -66]) expect(await effectsOf(unit)).toEqual(effects);
    },
  );

  it('are refused where they differ in their last digits alone', async () => {
    await expect(fitUplift({ ...rows, spent: spent.map((money) => 1e9 + money) }, options)).rejects.toThrow(
      /^spent: outcomes lie between [\d.]+ and [\d.]+, too near to each other to be told apart; give how far they are from/,
    );
  });
});

describe('odd features', () => {
  const { outcome, offer } = small.table;
  const fitOn = async (columns: Record<string, ArrayLike<number>>) => {
    const options = {
      outcome: 'outcome',
      offer: 'offer',
      propensity: { none: 0.5, discount: 0.5 },
      folds: 3,
    };
    const model = await fitUplift(
      { outcome, offer, ...columns },
      { ...options, features: Object.keys(columns) },
    );
    return (await predictUplift(model, columns)).effect;
  };

  it('that are the same for all give all the same effect', async () => {
    const effect = await fitOn({ same: outcome.map(() => 3) });
    expect(new Set(effect).size).toBe(1);
  });

  it('may be missing: every effect is a number', async () => {
    const gaps = small.table.x1.map((value, i) => (i % 3 ? value : NaN));
    expect((await fitOn({ gaps })).every(Number.isFinite)).toBe(true);
  });

  it('of no rows at all are refused', async () => {
    const empty = { outcome: [], offer: [], x: [] };
    await expect(fitUplift(empty, { outcome: 'outcome', offer: 'offer' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('bad experiments', () => {
  const refuse = (change: Partial<typeof small.table>, options: object = known) =>
    expect(fitUplift({ ...small.table, ...change }, { ...known, ...options })).rejects;

  it('without untreated customers, or with an offer of 10, are refused by the name of the offer', async () => {
    await refuse({ offer: small.table.offer.map(() => 'discount') }).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'offer: no row says none, as it must for customers who got no offer; it holds discount',
      faults: [expect.objectContaining({ rule: 'too-few-customers', offer: 'none', value: 0 })],
    });
    await refuse({ offer: small.table.offer.map((name, i) => (i < 10 ? 'gift' : name)) }).toThrow(
      'offer gift: 10 customers, and at least 30 are needed',
    );
    await refuse({ offer: small.table.offer.map(() => 'none') }).toThrow('offer: nobody got an offer');
  });

  it('with a propensity of 0 or 1 or none, or an outcome that is infinite, are refused by row', async () => {
    await refuse({ propensity: small.table.propensity.with(3, 0).with(5, 1).with(7, NaN) }).toMatchObject({
      faults: [4, 6, 8].map((row) => expect.objectContaining({ row, rule: 'no-overlap' })),
    });
    await refuse({ outcome: small.table.outcome.with(1, Infinity) }).toMatchObject({
      row: 2,
      column: 'outcome',
    });
  });

  it('with chances of offers that cannot be are refused by the offer, once', async () => {
    await refuse({}, { propensity: { none: 0.5, discuont: 0.5 } }).toMatchObject({
      message: 'propensity: gives no chance of discount; it names none, discuont',
      faults: [expect.objectContaining({ rule: 'no-propensity', offer: 'discount' })],
    });
    await refuse({}, { propensity: { none: 1, discount: NaN } }).toThrow(
      'propensity of none: must be above 0 and below 1: 1\npropensity of discount: must be above 0 and below 1: NaN',
    );
    await refuse({}, { propensity: { none: 0.5, discount: 0.9 } }).toThrow(
      'propensity: a customer gets one of the offers or none, and the chances of these add up to 1.4',
    );
  });

  it('without a feature are told so, with what became of each column', async () => {
    const { outcome, offer } = small.table;
    const log = { outcome, offer, same: outcome.map(() => 3) };
    await expect(fitUplift(log, { outcome: 'outcome', offer: 'offer' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message:
        'no feature has a value to learn from; give columns that describe customers. Columns found: same (every cell is the same)',
    });
  });

  it('and options out of range are named', async () => {
    await refuse({}, { features: ['outcome', 'offer'] }).toThrow(
      'outcome cannot be both outcome and a feature\noffer cannot be both offer and a feature',
    );
    await refuse({}, { learner: 'RD' }).toThrow('learner must be S or T or X or DR: "RD"');
    await refuse({}, { lerner: 'T' }).toThrow('unknown option: lerner (did you mean learner?)');
    await refuse({}, { folds: 2 }).toThrow('folds must be a whole number from 3 to 50: 2');
    await refuse({}, { folds: 1000 }).toThrow('folds must be a whole number from 3 to 50: 1000');
    await refuse({}, { ladder: ['discount', 'discuont'] }).toThrow(
      'ladder: unknown offer: discuont (did you mean discount?)',
    );
    await refuse({}, { ladder: ['discount', 'discount'] }).toThrow('ladder: names discount twice');
    await refuse({}, { ladder: ['discount'] }).toThrow('ladder: needs two offers or more');
    await refuse({}, { learner: 'T', ladder: ['discount'] }).toThrow('ladder is for the DR learner alone: T');
    await refuse({}, { outcome: 'outcom' }).toThrow('unknown column: outcom (did you mean outcome?)');
  });
});

/** Made once, and only if asked for. */
function memoized<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
