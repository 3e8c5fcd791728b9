import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import { InvalidInputError } from '@clv/contracts';

import { faultsOf } from './config-faults.js';
import { type Config, type ConfigInput, configSchema } from './config.js';
import { parseJson } from './parse-json.js';

/** What the command line says over the config file; undefined leaves the file's word. */
export interface ConfigFlags {
  config?: string;
  input?: string;
  out?: string;
  seed?: number;
  budget?: number;
  customers?: number;
  scenario?: string;
  activeOnly?: boolean;
}

/** The config file, if one is named, with the flags laid over it and every default filled in. */
export async function loadConfig(flags: ConfigFlags): Promise<Config> {
  const written = flags.config === undefined ? {} : await readConfigFile(flags.config);
  return parseConfig(withFlags(written, flags));
}

/** Checks a config and fills in its defaults; throws an `InvalidInputError` that lists every fault. */
export function parseConfig(written: unknown): Config {
  const parsed = configSchema.safeParse(written);
  if (!parsed.success) throw new InvalidInputError(faultsOf(parsed.error));
  return parsed.data;
}

async function readConfigFile(file: string): Promise<ConfigInput> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new InvalidInputError([
      { rule: 'no-such-file', message: `cannot read the config file ${file}: ${cause.code}`, path: file },
    ]);
  });
  const written = parseJson(text, file);
  if (written === null || typeof written !== 'object' || Array.isArray(written))
    throw new InvalidInputError([
      { rule: 'not-an-object', message: `${file} must hold one JSON object`, path: file },
    ]);
  const { input } = written as ConfigInput;
  // A path in the file means what it says to someone who stands where the file is.
  return typeof input === 'string' && input !== '-'
    ? { ...written, input: resolve(dirname(file), input) }
    : (written as ConfigInput);
}

function withFlags(written: ConfigInput, flags: ConfigFlags): ConfigInput {
  const over = {
    input: flags.input,
    out: flags.out,
    seed: flags.seed,
    budget: flags.budget,
    active_only: flags.activeOnly,
  };
  const synthetic = { customers: flags.customers, scenario: flags.scenario };
  return {
    ...written,
    ...said(over),
    synthetic: { ...written.synthetic, ...said(synthetic) },
  };
}

/** The entries that are not undefined. */
function said<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
