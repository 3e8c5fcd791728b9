import { fitSegments } from '@clv/segment';
import { synthesizeColumns } from '@clv/synth';

import { callRunner, hasRunner, runErrand, sendFor } from './run-errand.js';

describe('runErrand', () => {
  it('runs an errand here where there is no runner, as in the sources', async () => {
    callRunner();
    expect(hasRunner()).toBe(false);
    expect(await sendFor('stop', [0])).toBeUndefined();
    expect(await runErrand('stop', 0)).toBe(true);
  });

  it('brings groups of customers that another thread would bring unchanged', async () => {
    const { monthly_margin, usage_trend } = synthesizeColumns({ customers: 500 });
    const columns = { monthly_margin, usage_trend };
    const options = { features: Object.keys(columns), k: 3, seed: 7 };
    const found = await runErrand('fitSegments', structuredClone(columns), options);
    expect(structuredClone(found)).toEqual(fitSegments(columns, options));
  });
});
