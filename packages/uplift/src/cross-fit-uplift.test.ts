import { features, simulateExperiment } from '../test/simulated-experiment.js';
import { crossFitUplift } from './cross-fit-uplift.js';
import { evaluateUplift } from './evaluate/evaluate-uplift.js';
import { fitUplift, type Learner } from './fit-uplift.js';
import { dealFolds } from './learn/fold.js';
import { predictUplift } from './predict-uplift.js';

const options = { outcome: 'outcome', offer: 'offer', propensity: 'propensity', features: [...features] };
const seed = 42;
const folds = 3;

const log = simulateExperiment({ customers: 1500, seed: 4 }).table;
const crossFit = (outcome: Float64Array, learner: Learner) =>
  crossFitUplift({ ...log, outcome }, { ...options, learner, folds, seed });
const first = crossFit(log.outcome, 'DR');

describe('crossFitUplift', () => {
  it.each<[Learner, string, (outcome: number) => number]>([
    ['DR', 'chances', (outcome) => 1 - outcome],
    ['DR', 'amounts', (outcome) => 70 - 3 * outcome],
    ['T', 'chances', (outcome) => 1 - outcome],
  ])(
    '%s, %s: predicts customers by models that have not seen their outcomes',
    async (learner, kind, other) => {
      const outcome = kind === 'chances' ? log.outcome : log.outcome.map((y, i) => 40 * y + (i % 7));
      const fold = dealFolds(
        Int32Array.from(log.offer, (name) => +(name === 'discount')),
        folds,
        seed,
      );
      const changed = outcome.map((y, i) => (fold[i] === 1 ? other(y) : y));
      const once = learner === 'DR' && kind === 'chances' ? first : crossFit(outcome, learner);
      const [before, after] = [(await once).crossFitted, (await crossFit(changed, learner)).crossFitted];
      const inFold = (values: Float64Array, k: number) => values.filter((_, i) => fold[i] === k);
      expect(inFold(after.effect, 1)).toEqual(inFold(before.effect, 1));
      expect(inFold(after.baseline, 1)).toEqual(inFold(before.baseline, 1));
      expect(inFold(after.effect, 0)).not.toEqual(inFold(before.effect, 0));
    },
  );

  it('finds no ranking in the log itself where no effect was planted; members that saw the outcomes do', async () => {
    const { table } = simulateExperiment({ customers: 4000, seed: 31, strength: 0 });
    const { model, crossFitted } = await crossFitUplift(table, { ...options, folds });
    const rankingBy = (effect: Float64Array) =>
      evaluateUplift({
        effect,
        outcome: table.outcome,
        treated: table.offer.map((name) => name === 'discount'),
        propensity: 0.5,
        resamples: 2,
      }).ranking;
    expect(rankingBy(crossFitted.effect).pValue).toBeGreaterThan(0.05);
    const { effect } = await predictUplift(model, table);
    expect(rankingBy(effect).value).toBeGreaterThan(0);
    expect(rankingBy(effect).pValue).toBeLessThan(0.001);
  });

  it('gives the model of fitUplift, and a standard error for each effect', async () => {
    const { model, crossFitted } = await first;
    expect(model).toEqual(await fitUplift(log, { ...options, folds }));
    expect(crossFitted.offers).toEqual(['discount']);
    expect(crossFitted.standardError.every((error) => error > 0 && error < 1)).toBe(true);
  });
});
