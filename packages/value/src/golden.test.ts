import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cohortSurvival,
  customerValue,
  expectedPurchases,
  fitShiftedBetaGeometric,
  probabilityAlive,
} from './index.js';

/** Each answer beside the one that was kept, of which it may differ in the last digits, as powers do between versions of Node. */
function expectAsKept(answers: ArrayLike<number>, kept: readonly number[]) {
  expect(answers).toHaveLength(kept.length);
  kept.forEach((answer, i) =>
    expect(Math.abs(answers[i] - answer)).toBeLessThan(1e-9 * Math.abs(answer) + 1e-12),
  );
}

describe('models that were saved in format 1', () => {
  const file = join(process.cwd(), 'test/golden/models-v1.golden.json');
  const { models, customers, valuing, answers } = JSON.parse(readFileSync(file, 'utf8'));

  it.each(['bgNbd', 'paretoNbd'] as const)('%s says of customers what it said', (name) => {
    const kept = answers[name];
    expectAsKept(expectedPurchases(models[name], customers, 52), kept.purchases);
    expectAsKept(probabilityAlive(models[name], customers), kept.alive);
    expectAsKept(customerValue(models[name], models.gammaGamma, customers, valuing), kept.value);
  });

  it('contracts say who stays as they did', () => {
    expectAsKept(cohortSurvival(models.contracts, 12), answers.survival);
  });

  it('have the format of those fitted now, of which a later one gets a file of its own', () => {
    expect(fitShiftedBetaGeometric([[100, 80, 70, 65]]).version).toBe(models.contracts.version);
  });
});
