import { createHash } from 'node:crypto';

import type { EngineRun } from '../engine/engine-run.js';
import type { WrittenFile } from '../output/write-whole.js';
import { version } from '../version.js';

/** `run.json`: what was done, with what, and what came out, so that a run can be told from another and repeated. */
export interface RunRecord {
  format: 'clv-run';
  version: 1;
  config: EngineRun['config'];
  seed: number;
  roles: EngineRun['customers']['schema']['roles'];
  input: { name: string; rows: number; sha256: string };
  versions: { clv: string; node: string };
  files: Record<string, WrittenFile>;
  /** Seconds a stage. The one part of a run folder that differs between two runs of the same config and seed. */
  seconds: EngineRun['seconds'];
}

export function runRecord(run: EngineRun, files: ReadonlyMap<string, WrittenFile>): RunRecord {
  return {
    format: 'clv-run',
    version: 1,
    config: run.config,
    seed: run.config.seed,
    roles: run.customers.schema.roles,
    input: { name: run.customers.name, rows: run.customers.rows, sha256: columnsHash(run.customers.columns) },
    versions: { clv: version, node: process.version },
    files: Object.fromEntries(files),
    seconds: run.seconds,
  };
}

/** A hash of the cells themselves, which is the same whether they came as CSV, Parquet or from a seed. */
function columnsHash(columns: Record<string, ArrayLike<unknown>>): string {
  const hash = createHash('sha256');
  for (const [name, cells] of Object.entries(columns))
    hash.update(`${name}\u001e${Array.from(cells, String).join('\u001f')}\u001d`);
  return hash.digest('hex');
}
