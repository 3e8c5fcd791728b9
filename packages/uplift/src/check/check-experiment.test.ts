import { randomSource } from '@clv/contracts';
import { features, simulateExperiment } from '../../test/simulated-experiment.js';
import { checkExperiment } from './check-experiment.js';

const { table } = simulateExperiment({ customers: 4000, seed: 3 });
const columns = { outcome: 'outcome', offer: 'offer', propensity: 'propensity', features: [...features] };
const concernsOf = (changed: object, options: object = {}) =>
  checkExperiment({ ...table, ...changed }, { ...columns, ...options }).concerns;

describe('checkExperiment', () => {
  it('finds a randomised experiment sound, and counts its arms', () => {
    const { sound, arms, concerns } = checkExperiment(table, {
      ...columns,
      shares: { none: 0.5, discount: 0.5 },
    });
    expect(concerns).toEqual([]);
    expect(sound).toBe(true);
    expect(arms.map(({ offer }) => offer)).toEqual(['none', 'discount']);
    expect(arms[0].customers + arms[1].customers).toBe(4000);
  });

  it('finds arms that are not of the size they were meant to have', () => {
    expect(concernsOf({}, { shares: { none: 0.4 } })).toEqual([
      {
        concern: 'sample-ratio-mismatch',
        message: expect.stringMatching(/^none has [\d,]+ customers and was meant to have 1,600/),
      },
    ]);
    const [concern] = concernsOf({ propensity: table.propensity.map(() => 0.4) });
    const arm = table.offer.filter((offer) => offer === 'none').length;
    expect(concern.message).toBe(
      `none went to ${arm.toLocaleString('en-US')} of 4,000 customers, and by their propensities should have gone to about 1,600`,
    );
  });

  it('finds features that differ between arms', () => {
    const confounded = simulateExperiment({ customers: 4000, seed: 3, confounded: true }).table;
    const said =
      /^customers with (.+) differ from those with (.+) in x\d by -?\d\.\d\d and x\d by -?\d\.\d\d standard deviations$/;
    const { propensity: _, ...unknownChances } = columns;
    const concerns = (options: object) =>
      checkExperiment(confounded, { ...unknownChances, ...options }).concerns;
    expect(said.exec(concerns({})[0].message)?.slice(1)).toEqual(['discount', 'none']);
    const labels = { discount: '10% off', none: 'No offer' };
    expect(said.exec(concerns({ labels })[0].message)?.slice(1)).toEqual(['10% off', 'No offer']);
    const known = concerns({ propensity: 'propensity' });
    expect(known[0].message).toMatch(/; their propensities are to make up for that$/);
    expect(known).toHaveLength(1);
  });

  it('sums up in one sentence by how much many arms differ in many features', () => {
    const arms = Array.from({ length: 4000 }, (_, i) => ['none', 'a', 'b'][i % 3]);
    const apart = Object.fromEntries(
      [5, 1, 3, 4, 2].map((by, f) => [`f${f}`, arms.map((arm, i) => (arm === 'b' ? by : 0) + (i % 7))]),
    );
    const { concerns } = checkExperiment({ offer: arms, ...apart }, { offer: 'offer' });
    expect(concerns).toHaveLength(1);
    expect(concerns[0].message).toMatch(
      /^customers with b differ from those with none in 5 features, most of all f0 by 2\.\d\d, f3 by \d\.\d\d and f2 by \d\.\d\d standard deviations$/,
    );
  });

  it('finds a feature that is one thing in the one arm and another in the other, unless arms are tiny', () => {
    const copy = table.offer.map((offer) => (offer === 'none' ? 0 : 1));
    const options = { ...columns, features: [...features, 'copy'] };
    expect(checkExperiment({ ...table, copy }, options).concerns).toEqual([
      {
        concern: 'imbalance',
        message:
          'customers with discount differ from those with none in copy by 2.00 standard deviations; their propensities are to make up for that',
      },
    ]);
    const tiny = { offer: ['none', 'none', 'discount', 'discount'], x: [0, 0, 1, 1] };
    expect(checkExperiment(tiny, { offer: 'offer' }).sound).toBe(true);
  });

  it('finds no difference by chance in a feature that few have', () => {
    const next = randomSource(2);
    let alarms = 0;
    for (let trial = 0; trial < 60; trial++) {
      const each = <T>(of: () => T) => Array.from({ length: 600 }, of);
      const log = {
        offer: each(() => (next() < 0.5 ? 'call' : 'none')),
        stayed: each(() => Number(next() < 0.7)),
        last_complaint: each(() => (next() < 0.05 ? next() : null)),
      };
      if (!checkExperiment(log, { offer: 'offer', outcome: 'stayed' }).sound) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(2);
    const one = { offer: ['a', 'a', 'none', 'none'], stayed: [1, 0, 1, 0], rare: [5, null, 1, 2] };
    const { concerns } = checkExperiment(one, { offer: 'offer', outcome: 'stayed', features: ['rare'] });
    expect(concerns).toEqual([]);
  });

  it('finds no difference by chance in one of many features of several arms', () => {
    const next = randomSource(5);
    let alarms = 0;
    for (let trial = 0; trial < 60; trial++) {
      const each = <T>(of: () => T) => Array.from({ length: 400 }, of);
      const columns = Array.from({ length: 40 }, (_, f) => [`f${f}`, each(next)]);
      const offer = each(() => ['none', 'a', 'b', 'c'][Math.floor(4 * next())]);
      if (!checkExperiment({ offer, ...Object.fromEntries(columns) }, { offer: 'offer' }).sound) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(1);
  });

  it('takes propensities that differ much between customers for right where they are', () => {
    const next = randomSource(8);
    let alarms = 0;
    for (let trial = 0; trial < 200; trial++) {
      const chances = Array.from({ length: 300 }, () => 1 / (1 + Math.exp(8 * next() - 4)));
      const offer = chances.map((chance) => (next() < chance ? 'call' : 'none'));
      const propensity = chances.map((chance, i) => (offer[i] === 'call' ? chance : 1 - chance));
      const log = { offer, propensity, x: chances.map((_, i) => i % 2) };
      const { concerns } = checkExperiment(log, {
        offer: 'offer',
        propensity: 'propensity',
        features: ['x'],
      });
      if (concerns.some(({ concern }) => concern === 'sample-ratio-mismatch')) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(2);
  });

  it('refuses invalid shares, and takes an arm that nobody was meant to be in', () => {
    expect(() => concernsOf({}, { shares: { none: 50 } })).toThrow('that of none must lie in [0, 1]: 50');
    expect(concernsOf({}, { shares: { call: 0 } })).toEqual([]);
    expect(concernsOf({}, { shares: { discount: 0 } })).toHaveLength(1);
  });

  it('finds missing propensities, customers in two arms, and a log without none', () => {
    expect(concernsOf({ propensity: table.propensity.with(0, NaN).with(9, 1) })[0].message).toBe(
      '2 of 4,000 customers have no propensity between 0 and 1',
    );
    const id = table.offer.map((_, i) => String(Math.floor(i / 2)));
    expect(concernsOf({ id }, { id: 'id' })).toEqual([
      {
        concern: 'contamination',
        message: expect.stringMatching(/^\d+ customers are in more than one arm/),
      },
    ]);
    expect(concernsOf({}, { none: 'control' })[0].concern).toBe('no-none');
  });
});
