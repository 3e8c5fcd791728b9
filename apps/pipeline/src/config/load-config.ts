import { readFile } from 'node:fs/promises';

import { type Fault, InvalidInputError } from '@clv/contracts';

import { refusal } from '../faults/refusal.js';
import { fromConfigFile } from './addresses.js';
import { faultsOf } from './config-faults.js';
import { openPasswords } from './config-meaning.js';
import { type Config, type ConfigInput, configSchema } from './config.js';
import { parseJsonLeniently } from './parse-json.js';

/** What the command line says over the config file; undefined leaves the file's word. */
export interface ConfigFlags {
  config?: string;
  input?: string;
  out?: string;
  seed?: number;
  budget?: number;
  holdout?: number;
  customers?: number;
  scenario?: string;
  activeOnly?: boolean;
  fast?: boolean;
  trees?: string;
  separator?: string;
  rejects?: string;
  write?: string[];
  runId?: string;
}

/** The config file, if one is named, with the flags laid over it and every default filled in. */
export async function loadConfig(flags: ConfigFlags): Promise<Config> {
  if (flags.config === undefined) return parseConfig(withFlags({}, flags));
  const { document, faults } = await readConfigFile(flags.config);
  return checked(withFlags(document, flags), [...faults, ...openPasswords(document)]);
}

/** Checks a config and fills in its defaults; throws an `InvalidInputError` that lists every fault. */
export const parseConfig = (written: unknown): Config => checked(written, []);

function checked(written: unknown, known: readonly Fault[]): Config {
  const parsed = configSchema.safeParse(written, { reportInput: true });
  const faults = [...known, ...(parsed.success ? [] : faultsOf(parsed.error))];
  if (!parsed.success || faults.length > 0) throw new InvalidInputError(faults);
  return parsed.data;
}

async function readConfigFile(file: string): Promise<{ document: ConfigInput; faults: Fault[] }> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw refusal('no-such-file', file, `cannot read the config file ${file}: ${cause.code}`);
  });
  const { document, faults } = parseJsonLeniently(text, file);
  const { repeatedKeys } = await import('./repeated-keys.js');
  faults.push(...repeatedKeys(text));
  if (document === null || typeof document !== 'object' || Array.isArray(document))
    throw refusal('not-an-object', file, `${file} must hold one JSON object`);
  const { input, write, churn, ...rest } = document as ConfigInput;
  const here = (address: string) => (typeof address === 'string' ? fromConfigFile(file, address) : address);
  return {
    faults,
    document: said({
      ...rest,
      input: input === undefined ? undefined : here(input),
      write: Array.isArray(write) ? write.map(here) : write,
      churn: churn?.trees === undefined ? churn : { ...churn, trees: here(churn.trees) },
    }),
  };
}

function withFlags(written: ConfigInput, flags: ConfigFlags): ConfigInput {
  const over = {
    input: flags.input,
    out: flags.out,
    seed: flags.seed,
    budget: flags.budget,
    holdout: flags.holdout,
    active_only: flags.activeOnly,
    separator: flags.separator,
    rejects: flags.rejects,
    write: flags.write,
    run_id: flags.runId,
  };
  const synthetic = { customers: flags.customers, scenario: flags.scenario };
  const churn = { once: flags.fast, trees: flags.trees };
  return {
    ...written,
    ...said(over),
    synthetic: { ...written.synthetic, ...said(synthetic) },
    churn: { ...written.churn, ...said(churn) },
  };
}

/** The entries that are not undefined. */
function said<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
