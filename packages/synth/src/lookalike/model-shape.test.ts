import { ClvError, randomSource } from '@clv/contracts';
import { defineSchema } from '@clv/table';
import { damage } from '../../../../tools/estimator-contract/damage.js';
import { synthesizeColumns } from '../synthesize.js';
import { fitSynthesizer } from './fit.js';

const rows = Array.from({ length: 300 }, (_, row) => row);
const table = {
  id: rows.map((row) => `c${row}`),
  fee: rows.map((row) => (row % 7 ? (row * 37) % 101 : NaN)),
  visits: rows.map((row) => row % 4),
  plan: rows.map((row) => ['basic', 'plus', ''][row % 3]),
  since: rows.map((row) => `2023-0${1 + (row % 9)}-15`),
  churn: rows.map((row) => (row % 5 ? 'No' : 'Yes')),
};
const model = fitSynthesizer(table, defineSchema({ id: 'id', label: 'churn' }));

describe('a lookalike model from a file', () => {
  it('draws customers, or tells where it is damaged, whatever the file lost or gained', () => {
    const random = randomSource(6);
    let refused = 0;
    for (let time = 0; time < 1000; time++) {
      try {
        expect(synthesizeColumns({ like: damage(model, random), customers: 3 }).churn).toHaveLength(3);
      } catch (error) {
        expect(error).toBeInstanceOf(ClvError);
        expect((error as ClvError).path).toMatch(/^like/);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(300);
  });

  it('is refused by the place of its first fault', () => {
    const cut = { ...model, churn: { ...model.churn, weights: model.churn.weights.slice(1) } };
    expect(() => synthesizeColumns({ like: cut })).toThrow(
      /^like\.churn\.weights must have \d+ entries: \d+$/,
    );
  });
});
