import type { FeatureMatrix } from '@clv/contracts';
import type { ResolvedParams } from '../params.js';

/** Where kernel/job.ts reads the parameters. */
const PARAMETERS = 1024;

/** Rows whose values are sorted to find a column's cuts. */
const SAMPLE_ROWS = 131072;
const STAGING_BYTES = 4 << 20;

/** Narrow sums are 32 bits wide, so rows * 2^bits must stay below 2^31; below 10 bits accuracy suffers. */
const NARROW_ROWS = { least: 32768, most: 1 << 21 };
const NARROW_BITS = 14;
const WIDE_BITS = 29;

/** The sizes that a training's memory is planned by. */
export interface Job {
  threads: number;
  slabRows: number;
  sampleRows: number;
  sampleColumns: number;
}

/** Writes the kernel's parameters, in the order in which kernel/job.ts reads them. */
export function writeJob(
  memory: WebAssembly.Memory,
  { rows, columns }: FeatureMatrix,
  params: ResolvedParams,
  threads: number,
  maxWeight: number | undefined,
): Job {
  const logistic = params.objective === 'binary:logistic';
  const wide = !logistic || maxWeight !== undefined || rows <= NARROW_ROWS.least || rows > NARROW_ROWS.most;
  const gradientBits = wide ? WIDE_BITS : Math.min(NARROW_BITS, Math.floor(31 - Math.log2(rows)));
  const sampleRows = Math.min(rows, SAMPLE_ROWS);
  const job: Job = {
    threads,
    slabRows: clamp(Math.floor(STAGING_BYTES / 4 / columns), Math.min(rows, 512), rows),
    sampleRows,
    sampleColumns: clamp(
      Math.floor((2 * STAGING_BYTES) / 4 / sampleRows),
      Math.min(columns, threads),
      columns,
    ),
  };
  const constrained = params.monotoneConstraints?.some((direction) => direction !== 0) ?? false;
  const blockRows = clamp(Math.ceil(rows / threads / 6 / 64) * 64, 1024, 16384);
  new Float64Array(memory.buffer, PARAMETERS).set([
    rows,
    columns,
    threads,
    params.maxDepth,
    params.maxBin,
    Number(logistic),
    Number(wide),
    Number(maxWeight !== undefined),
    Number(constrained),
    params.eta,
    params.lambda,
    params.alpha,
    params.gamma,
    params.minChildWeight,
    params.subsample,
    params.seed | 0,
    gradientBits,
    maxWeight ?? 1,
    blockRows,
    job.slabRows,
    job.sampleRows,
    job.sampleColumns,
  ]);
  return job;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
