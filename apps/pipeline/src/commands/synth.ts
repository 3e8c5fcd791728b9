import { basename, dirname } from 'node:path';

import { synthesizeBlocks } from '@clv/synth';

import { parseConfig } from '../config/load-config.js';
import { tableFormat } from '../output/tables/table-format.js';
import { writeWhole } from '../files/write-whole.js';
import { type CommonFlags, answer } from './context.js';

export interface SynthFlags extends CommonFlags {
  customers?: number;
  scenario?: string;
  seed?: number;
  truth?: boolean;
  /** How a past campaign chose its offers: adds `offer`, `propensity` and `outcome`. */
  experiment?: 'random' | 'confounded';
  out?: string;
  dryRun?: boolean;
}

/** `clv synth`: writes synthetic customers, block by block, so that any number of them fits in memory. */
export async function synthCommand({
  truth = false,
  experiment,
  out = 'customers.csv',
  ...flags
}: SynthFlags): Promise<void> {
  const { seed, synthetic } = parseConfig({
    seed: flags.seed,
    synthetic: { customers: flags.customers, scenario: flags.scenario },
  });
  const blocks = synthesizeBlocks({
    ...synthetic,
    seed,
    truth,
    experiment: experiment && { assignment: experiment },
  });
  const format = tableFormat(out);
  if (!flags.dryRun)
    await writeWhole(dirname(out), [{ name: basename(out), write: (path) => format.write(blocks, path) }]);
  answer(
    flags,
    () => ({ file: out, ...synthetic, seed }),
    () => `${synthetic.customers.toLocaleString('en-US')} ${synthetic.scenario} customers in ${out}`,
  );
}
