import { access } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';

import { InvalidInputError } from '@clv/contracts';
import { inferSchema } from '@clv/table';
import writeFileAtomic from 'write-file-atomic';

import { startingConfig } from '../config/starting-config.js';
import { readTable } from '../input/read-table.js';
import { type CommonFlags, answer } from './context.js';

export interface InitFlags extends CommonFlags {
  input: string;
  config?: string;
  dryRun?: boolean;
}

/** `clv init`: writes a commented starting config from an input's columns. */
export async function initCommand(flags: InitFlags): Promise<void> {
  const file = flags.config ?? 'clv.config.json';
  if (await exists(file))
    throw new InvalidInputError([
      { rule: 'file-exists', path: file, message: `${file} exists already; it is left as it was` },
    ]);
  const { columns } = await readTable(flags.input);
  const { schema, reasons } = inferSchema(Object.fromEntries(columns));
  const text = startingConfig(inputFrom(file, flags.input), schema, reasons);
  if (!flags.dryRun) await writeFileAtomic(file, text);
  answer(
    flags,
    () => ({ file, roles: schema.roles, reasons }),
    () => (flags.dryRun ? text : `${text}\nWritten to ${file}. Read it, then: clv run --config ${file}`),
  );
}

/** The input as the config file must call it, which means paths from where the file is. */
const inputFrom = (config: string, input: string) =>
  isAbsolute(input) ? input : relative(dirname(resolve(config)), resolve(input)).replaceAll('\\', '/');

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
