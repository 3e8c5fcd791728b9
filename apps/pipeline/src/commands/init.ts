import { access, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

import { inferSchema } from '@clv/table';

import { forConfigFile } from '../config/addresses.js';
import { startingConfig } from '../config/starting-config.js';
import { refusal } from '../faults/refusal.js';
import { refuseNoRows } from '../faults/refuse-no-rows.js';
import { readTable } from '../input/read-table.js';
import { writeWhole } from '../files/write-whole.js';
import { type CommonFlags, answer } from './context.js';
import { startingNotices } from './starting-notices.js';

export interface InitFlags extends CommonFlags {
  input: string;
  config?: string;
  separator?: string;
  dryRun?: boolean;
}

/** `clv init`: writes a commented starting config from an input's columns. */
export async function initCommand(flags: InitFlags): Promise<void> {
  const file = flags.config ?? 'clv.config.json';
  if (await exists(file)) throw refusal('file-exists', file, `${file} exists already; it is left as it was`);
  const { separator } = flags;
  const { name, columns, rows } = await readTable(flags.input, { separator });
  refuseNoRows(rows, name);
  const { schema, reasons } = inferSchema(Object.fromEntries(columns));
  const notices = startingNotices([...columns.keys()], schema);
  const input = forConfigFile(file, flags.input);
  const text = startingConfig({ input, separator, schema, reasons, notices });
  if (!flags.dryRun)
    await writeWhole(dirname(resolve(file)), [
      { name: basename(file), write: (path) => writeFile(path, text) },
    ]);
  answer(
    flags,
    () => ({ file, roles: schema.roles, reasons, notices }),
    () => (flags.dryRun ? text : `${text}\nWritten to ${file}. Read it, then: clv run --config ${file}`),
  );
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
