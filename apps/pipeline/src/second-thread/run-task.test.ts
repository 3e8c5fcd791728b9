import { synthesizeColumns } from '@clv/synth';

import { CodedText } from '../block/block.js';
import { received } from '../block/received-block.js';
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

  it('brings synthetic customers that are those of one thread', async () => {
    const options = { customers: 300, truth: true };
    const { columns } = received(structuredClone(await runTask('synthesizeCoded', options, 100, 300)));
    for (const [name, cells] of Object.entries(synthesizeColumns(options))) {
      const sent = columns[name];
      expect(Array.from(sent instanceof CodedText ? sent.toArray() : (sent as ArrayLike<unknown>))).toEqual(
        Array.from(cells as ArrayLike<unknown>).slice(100),
      );
    }
  });
});
