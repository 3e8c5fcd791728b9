import { createHash } from 'node:crypto';

import type { SurvivalModel } from '@clv/churn';
import type { ExperimentCounts } from '@clv/uplift';

import type { Config } from '../config/config.js';
import { withoutPassword } from '../config/secrets.js';
import { hashOf } from '../engine/customers/load/input-hash.js';
import type { EngineRun } from '../engine/engine-run.js';
import type { WrittenFile } from '../files/settle.js';
import { version } from '../version.js';

/** `run.json`: what was done, with what, and what came out, so that a run can be told from another and repeated. */
export interface RunRecord {
  format: 'clv-run';
  version: 1;
  config: EngineRun['config'];
  seed: number;
  roles: EngineRun['customers']['schema']['roles'];
  /** What names the run in a database: the config's own word, else made from config, input and version. */
  run_id: string;
  /** Rows were `read`; `rows` of them were accepted and `rejected` set aside. */
  input: { name: string; read: number; rows: number; rejected: number; sha256?: string };
  /** Of the experiment in the input: who got what, and of how many the outcome is known. */
  experiment?: ExperimentCounts['arms'];
  /** How long customers stay by their tenure, as values were counted; null where that was not learned. */
  survival: SurvivalModel | null;
  versions: { clv: string; node: string };
  files: Record<string, WrittenFile>;
  /** Where models were fitted on a sample: how many rows it has, and of how many. */
  fitted?: EngineRun['fitted'];
  /** Seconds a stage. The one part of a run folder that differs between two runs of the same config and seed. */
  seconds: EngineRun['seconds'];
}

export function runRecord(run: EngineRun, files: ReadonlyMap<string, WrittenFile>): RunRecord {
  const { customers } = run;
  const sha256 = customers.sha256 ?? hashOf(customers.columns);
  const config = recordedConfig(run.config);
  return {
    format: 'clv-run',
    version: 1,
    config,
    seed: config.seed,
    roles: customers.schema.roles,
    run_id: config.run_id ?? madeId(config, sha256),
    input: {
      name: customers.name,
      read: customers.rows + customers.rejected,
      rows: customers.rows,
      rejected: customers.rejected,
      sha256,
    },
    ...(customers.experiment && { experiment: customers.experiment.arms }),
    survival: run.churn.survival ?? null,
    versions: { clv: version, node: process.version },
    files: Object.fromEntries(files),
    ...(run.fitted && { fitted: run.fitted }),
    seconds: run.seconds,
  };
}

/** The config as a record may hold it: secrets by reference, and no password that came by a flag. */
const recordedConfig = (config: Config): Config => ({
  ...config,
  ...(config.input !== undefined && { input: withoutPassword(config.input) }),
  write: config.write.map(withoutPassword),
});

/** The same config and cells, by the same version, give the same id, wherever the results go. */
function madeId({ out: _, write: __, input: ___, rejects: ____, ...config }: Config, cells: string): string {
  return createHash('sha256')
    .update(JSON.stringify([version, config, cells]))
    .digest('hex')
    .slice(0, 16);
}
