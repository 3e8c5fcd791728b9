import { synthesize } from '@clv/synth';
import { InvalidInputError } from '@clv/contracts';
import writeFileAtomic from 'write-file-atomic';

import { parseConfig } from '../config/load-config.js';
import { csvText } from '../run-folder/csv.js';
import { type CommonFlags, answer } from './context.js';

export interface SynthFlags extends CommonFlags {
  customers?: number;
  scenario?: string;
  seed?: number;
  truth?: boolean;
  out?: string;
  dryRun?: boolean;
}

/** `clv synth`: writes synthetic customers as CSV or Arrow, by the file's ending. */
export async function synthCommand({
  truth = false,
  out = 'customers.csv',
  ...flags
}: SynthFlags): Promise<void> {
  const { seed, synthetic } = parseConfig({
    seed: flags.seed,
    synthetic: { customers: flags.customers, scenario: flags.scenario },
  });
  const table = synthesize({ ...synthetic, seed, truth });
  const write = writers.find(({ ending }) => out.endsWith(ending));
  if (!write)
    throw new InvalidInputError([
      {
        rule: 'unknown-format',
        path: out,
        message: `${out}: synth writes ${writers.map(({ ending }) => ending).join(' or ')}`,
      },
    ]);
  if (!flags.dryRun) await writeFileAtomic(out, write.content(table));
  const columns = table.columnNames();
  answer(
    flags,
    () => ({ file: out, customers: table.numRows(), columns, seed }),
    () => `${table.numRows()} ${synthetic.scenario} customers with ${columns.length} columns in ${out}`,
  );
}

type Synthetic = ReturnType<typeof synthesize>;

const writers = [
  {
    ending: '.csv',
    content: (table: Synthetic) =>
      csvText(new Map(table.columnNames().map((name) => [name, table.array(name) as ArrayLike<unknown>]))),
  },
  { ending: '.arrow', content: (table: Synthetic) => Buffer.from(table.toArrowIPC() as Uint8Array) },
];
