import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fitSegments } from '@clv/segment';
import { synthesizeColumns } from '@clv/synth';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { callRunner, hasRunner, runErrand } from './run-errand.js';

describe('runErrand', () => {
  it('runs an errand here where there is no runner, as in the sources', () =>
    withTemporaryFolder(async (folder) => {
      const path = join(folder, 'x');
      writeFileSync(path, 'abc');
      callRunner();
      expect(hasRunner()).toBe(false);
      expect(await runErrand('settle', path)).toMatchObject({ bytes: 3 });
    }));

  it('brings groups of customers that another thread would bring unchanged', async () => {
    const { monthly_margin, usage_trend } = synthesizeColumns({ customers: 500 });
    const columns = { monthly_margin, usage_trend };
    const options = { features: Object.keys(columns), k: 3, seed: 7 };
    const found = await runErrand('fitSegments', structuredClone(columns), options);
    expect(structuredClone(found)).toEqual(fitSegments(columns, options));
  });
});
