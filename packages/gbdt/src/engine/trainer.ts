import { randomSource } from '@clv/contracts';
import type { ResolvedParams } from '../input/params.js';
import { type SomeRows, countRows } from '../input/some-rows.js';
import type { ColumnFacts } from '../input/training-data.js';
import { baseMargin, type GbdtTree } from '../model.js';
import { type ColumnCuts, cutCount, pivotsOf } from './column-cuts.js';
import { treeColumnsOf, writeJob, type Job } from './job.js';
import { ensureBytes, loadKernel, type Kernel } from './kernel.js';
import { readTree } from './read-tree.js';
import { leaveMemory } from './spare-memory.js';
import { stageColumns, stageRows } from './stage-rows.js';
import { callWorkers } from './workers.js';

/** What a kernel must know of rows before it bins them. */
export interface RowsToBin extends SomeRows {
  facts: ColumnFacts;
  /** How much each of the rows counts in quantiles (default 1), and the most that it will count in trees. */
  weights?: Float32Array;
  heaviest?: number;
  /** Cuts that were found before; without them they are found in the rows. */
  cuts?: ColumnCuts;
}

/** Rows inside a kernel: it bins them, and grows one tree a call. */
export class Trainer {
  private workersHome?: Promise<void>;
  private growing = false;

  private constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly kernel: Kernel,
    private readonly params: ResolvedParams,
    private readonly rows: RowsToBin,
    private readonly job: Job,
  ) {}

  /** A kernel with room for the rows, whose columns are cut. It must be stopped by who opens it. */
  static async open(rows: RowsToBin, params: ResolvedParams, threads: number): Promise<Trainer> {
    const { module, memory, kernel } = await loadKernel(threads > 1);
    const job = writeJob(memory, params, {
      rows: countRows(rows),
      columns: rows.x.columns,
      codes: codesOf(rows, params),
      threads,
      uncut: rows.cuts ? 0 : rows.x.columns,
      maxWeight: rows.heaviest,
    });
    ensureBytes(memory, kernel.plan());
    kernel.begin();
    const trainer = new Trainer(memory, kernel, params, rows, job);
    trainer.writeColumns();
    if (threads > 1) trainer.workersHome = callWorkers(threads - 1, { module, memory });
    try {
      if (rows.cuts) trainer.takeCuts(rows.cuts);
      else trainer.findCuts();
      return trainer;
    } catch (error) {
      trainer.stop();
      throw error;
    }
  }

  readCuts(): ColumnCuts {
    const { kernel } = this;
    return {
      values: this.floats(kernel.cuts, cutCount(this.columns)).slice(),
      bins: this.integers(kernel.binCounts, this.columns).slice(),
    };
  }

  /**
   * Bins all rows, to be learned from.
   *
   * @param weights how much each counts from now on (default: as before).
   */
  takeRows(labels: Float32Array, weights?: Float32Array): void {
    const { kernel, params } = this;
    const margin = baseMargin(params);
    this.floats(kernel.labels, labels.length).set(labels);
    if (weights) this.floats(kernel.weights, weights.length).set(weights);
    this.floats(kernel.margins, labels.length).fill(margin);
    this.bytes(kernel.monotone).set(params.monotoneConstraints ?? []);
    this.binRows();
    kernel.beginTrees(labels.reduce((most, label) => Math.max(most, Math.abs(margin - label)), 0));
  }

  /** Lets the workers begin with the tree of a round while this thread does something else, before `finishTree`. */
  startTree(round: number): void {
    this.chooseColumns(round);
    this.kernel.startTree(round);
    this.growing = true;
  }

  /** Grows the tree that was started; the same for any number of threads. */
  finishTree(): GbdtTree {
    this.kernel.finishTree();
    this.growing = false;
    return readTree(this.memory, this.kernel.tree.value, this.kernel.treeNodes());
  }

  /** Dismisses the workers; without it they would wait for ever. */
  stop(): void {
    if (this.growing && this.workersHome) this.finishTree();
    this.kernel.dismiss();
    leaveMemory(this.memory, this.workersHome);
  }

  private get columns(): number {
    return this.rows.x.columns;
  }

  private floats(address: WebAssembly.Global<'i32'>, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address.value >>> 0, length);
  }

  private integers(address: WebAssembly.Global<'i32'>, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, address.value >>> 0, length);
  }

  private bytes(address: WebAssembly.Global<'i32'>): Uint8Array {
    return new Uint8Array(this.memory.buffer, address.value >>> 0, this.columns);
  }

  private writeColumns(): void {
    const { facts, weights } = this.rows;
    if (weights) this.floats(this.kernel.weights, weights.length).set(weights);
    this.bytes(this.kernel.hasMissing).set(facts.hasMissing);
    this.floats(this.kernel.columnTops, this.columns).set(facts.tops);
  }

  private takeCuts(cuts: ColumnCuts): void {
    const { kernel } = this;
    this.floats(kernel.cuts, cuts.values.length).set(cuts.values);
    this.integers(kernel.binCounts, this.columns).set(cuts.bins);
    const pivots = pivotsOf(cuts);
    this.floats(kernel.pivots, pivots.length).set(pivots);
  }

  /** Whole columns, a few at a time, for the kernel to cut. */
  private findCuts(): void {
    const { stagedColumns } = this.job;
    const staged = this.floats(this.kernel.staging, stagedColumns * countRows(this.rows));
    for (let first = 0; first < this.columns; first += stagedColumns) {
      const count = Math.min(stagedColumns, this.columns - first);
      stageColumns(this.rows, first, count, staged);
      this.kernel.cutStagedColumns(first, count);
    }
  }

  private binRows(): void {
    const { slabRows } = this.job;
    const rows = countRows(this.rows);
    const staged = this.floats(this.kernel.staging, slabRows * this.columns);
    for (let first = 0; first < rows; first += slabRows) {
      const count = Math.min(slabRows, rows - first);
      stageRows(this.rows, first, count, staged);
      this.kernel.binStagedRows(first, count);
    }
  }

  private chooseColumns(round: number): void {
    const wanted = treeColumnsOf(this.params, this.columns);
    const random = randomSource(this.params.seed, round);
    const order = Uint16Array.from({ length: this.columns }, (_, column) => column);
    for (let i = 0; i < wanted; i++) {
      const pick = i + Math.floor(random() * (this.columns - i));
      [order[i], order[pick]] = [order[pick], order[i]];
    }
    this.integers(this.kernel.treeFeatures, wanted).set(order.subarray(0, wanted).sort());
  }
}

/** The most codes that a column has, the missing values' among them. */
function codesOf({ facts, cuts, ...some }: RowsToBin, { maxBin }: ResolvedParams): number {
  const bins = cuts ? Math.max(...cuts.bins) : Math.min(maxBin, countRows(some));
  return bins + Number(facts.hasMissing.includes(1));
}
