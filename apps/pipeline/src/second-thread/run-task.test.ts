import { synthesizeCoded, synthesizeColumns } from '@clv/synth';

import { groupCustomers } from '../engine/models/group-customers.js';
import { startRunner, hasRunner, runTask, askRunner } from './run-task.js';

describe('runTask', () => {
  it('runs a task here where there is no runner, as in the sources', async () => {
    startRunner();
    expect(hasRunner()).toBe(false);
    expect(await askRunner('stop', [0])).toBeUndefined();
    expect(await runTask('stop', 0)).toBe(true);
  });

  it('brings groups of customers that another thread would bring unchanged', async () => {
    const { monthly_margin, usage_trend } = synthesizeColumns({ customers: 500 });
    const columns = { monthly_margin, usage_trend };
    const options = { features: Object.keys(columns), k: 3, seed: 7 };
    const found = await runTask('groupCustomers', structuredClone(columns), options);
    expect(structuredClone(found)).toEqual(groupCustomers(columns, options));
  });

  it('fills columns of synthetic customers where they are', async () => {
    const options = { customers: 300, truth: true };
    const columns = synthesizeCoded({ ...options, seed: 1 }, 0, 300);
    await runTask('fillCoded', columns, options, 0, 300);
    expect(columns).toEqual(synthesizeCoded(options, 0, 300));
  });
});
