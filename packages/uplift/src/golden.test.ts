import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { simulateExperiment } from '../test/simulated-experiment.js';
import { fitUplift, predictUplift } from './index.js';

const read = (version: number) =>
  JSON.parse(
    gunzipSync(readFileSync(join(process.cwd(), `test/golden/uplift-models-v${version}.json.gz`))).toString(),
  );

describe('models that were saved', () => {
  it.each([6])('in format %i predict as they did', async (version) => {
    const { customers, goldens } = read(version);
    for (const { learner, model, answers } of goldens) {
      expect(model).toMatchObject({ learner, version });
      const now = await predictUplift(model, customers);
      for (const [name, kept] of Object.entries<number[]>(answers))
        kept.forEach((answer, i) =>
          expect(Math.abs((now as unknown as Record<string, Float64Array>)[name][i] - answer)).toBeLessThan(
            1e-12,
          ),
        );
    }
  });

  it('are there in the format of those fitted now', async () => {
    const { table } = simulateExperiment({ customers: 200, seed: 3 });
    const { version } = await fitUplift(table, {
      outcome: 'outcome',
      offer: 'offer',
      propensity: 'propensity',
    });
    expect(read(version).goldens).not.toEqual([]);
  });
});
