import type { ResolvedParams } from '../input/params.js';

/** Where kernel/job.ts reads the parameters. */
const PARAMETERS = 1024;

/** Room for rows to be binned, and for whole columns to be cut. */
const SLAB_BYTES = 4 << 20;
const COLUMN_BYTES = 32 << 20;

/** One-byte codes can name this many bins, including the one for missing values. */
const BYTE_BINS = 256;

/** What determines a training's memory, besides the parameters. */
export interface JobSize {
  rows: number;
  columns: number;
  /** The most codes that a column has, the missing values' among them. */
  codes: number;
  threads: number;
  /** How many columns are to be cut: all, or none where their cuts are known. */
  uncut: number;
  /** The largest weight; undefined where all rows weigh 1. */
  maxWeight?: number;
}

/** How much passes through the staging area at a time. */
export interface Job {
  slabRows: number;
  stagedColumns: number;
}

/** How many of the columns each tree may split on. */
export function treeColumnsOf({ colsampleBytree }: ResolvedParams, columns: number): number {
  return Math.max(1, Math.floor(colsampleBytree * columns));
}

/** Writes the kernel's parameters, in the order in which kernel/job.ts reads them. */
export function writeJob(
  memory: WebAssembly.Memory,
  params: ResolvedParams,
  { rows, columns, codes, threads, uncut, maxWeight }: JobSize,
): Job {
  const job: Job = {
    slabRows: clamp(Math.floor(SLAB_BYTES / 4 / columns), Math.min(rows, 512), rows),
    stagedColumns: clamp(Math.floor(COLUMN_BYTES / 4 / rows), Math.min(uncut, threads), uncut),
  };
  const constrained = params.monotoneConstraints?.some((direction) => direction !== 0) ?? false;
  const blockRows = clamp(Math.ceil(rows / threads / 6 / 64) * 64, 1024, 16384);
  new Float64Array(memory.buffer, PARAMETERS).set([
    rows,
    columns,
    treeColumnsOf(params, columns),
    threads,
    params.maxDepth,
    params.maxBin,
    Number(params.objective === 'binary:logistic'),
    Number(codes > BYTE_BINS),
    Number(maxWeight !== undefined),
    Number(constrained),
    params.eta,
    params.lambda,
    params.alpha,
    params.gamma,
    params.minChildWeight,
    params.subsample,
    params.seed | 0,
    maxWeight ?? 1,
    blockRows,
    job.slabRows,
    job.stagedColumns,
  ]);
  return job;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
