import { randomSource, type FeatureMatrix } from '@clv/contracts';
import { baseMargin, type GbdtTree } from '../model.js';
import type { ResolvedParams } from '../params.js';
import type { ColumnFacts } from '../training-data.js';
import { treeColumnsOf, writeJob, type Job } from './job.js';
import { ensureBytes, loadKernel, type Kernel } from './kernel.js';
import { readTree } from './read-tree.js';
import { leaveMemory } from './spare-memory.js';
import { callWorkers } from './workers.js';

/** A training set inside a kernel, binned, that grows one tree a call. */
export class Trainer {
  private workersHome?: Promise<void>;

  private constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly kernel: Kernel,
    private readonly params: ResolvedParams,
    private readonly columns: number,
  ) {}

  static async start(
    x: FeatureMatrix,
    y: ArrayLike<number>,
    weights: Float32Array | undefined,
    facts: ColumnFacts,
    params: ResolvedParams,
    threads: number,
  ): Promise<Trainer> {
    const { module, memory, kernel } = await loadKernel(threads > 1);
    const maxWeight = weights?.reduce((most, weight) => Math.max(most, weight), 0);
    const job = writeJob(memory, x, params, threads, facts.hasMissing.includes(1), maxWeight);
    ensureBytes(memory, kernel.plan());
    const trainer = new Trainer(memory, kernel, params, x.columns);
    trainer.writeRows(y, weights, facts);
    if (threads > 1) trainer.workersHome = callWorkers(threads - 1, { module, memory });
    try {
      trainer.stageColumns(x, job);
      trainer.stageRows(x, job);
      return trainer;
    } catch (error) {
      trainer.stop();
      throw error;
    }
  }

  /** Grows the tree of a round; the same for any number of threads. */
  growTree(round: number): GbdtTree {
    this.chooseColumns(round);
    this.kernel.growNextTree(round);
    return readTree(this.memory, this.kernel.tree.value, this.kernel.treeNodes());
  }

  /** Sends the workers home; without it they would wait for ever. */
  stop(): void {
    this.kernel.dismiss();
    leaveMemory(this.memory, this.workersHome);
  }

  private floats(address: WebAssembly.Global<'i32'>, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address.value >>> 0, length);
  }

  private bytes(address: WebAssembly.Global<'i32'>): Uint8Array {
    return new Uint8Array(this.memory.buffer, address.value >>> 0, this.columns);
  }

  private writeRows(y: ArrayLike<number>, weights: Float32Array | undefined, facts: ColumnFacts): void {
    const { kernel, params } = this;
    const margin = baseMargin(params);
    const labels = this.floats(kernel.labels, y.length);
    labels.set(y);
    this.floats(kernel.margins, y.length).fill(margin);
    if (weights) this.floats(kernel.weights, y.length).set(weights);
    this.bytes(kernel.hasMissing).set(facts.hasMissing);
    this.floats(kernel.columnTops, this.columns).set(facts.tops);
    this.bytes(kernel.monotone).set(params.monotoneConstraints ?? []);
    this.kernel.begin(labels.reduce((most, label) => Math.max(most, Math.abs(margin - label)), 0));
  }

  /** Whole columns, a few at a time, for the kernel to cut. */
  private stageColumns({ data, rows, columns }: FeatureMatrix, { stagedColumns }: Job): void {
    const staged = this.floats(this.kernel.staging, stagedColumns * rows);
    for (let first = 0; first < columns; first += stagedColumns) {
      const count = Math.min(stagedColumns, columns - first);
      for (let row = 0, from = first; row < rows; row++, from += columns)
        for (let place = 0; place < count; place++) staged[place * rows + row] = data[from + place];
      this.kernel.cutStagedColumns(first, count);
    }
  }

  private stageRows({ data, rows, columns }: FeatureMatrix, { slabRows }: Job): void {
    const staged = this.floats(this.kernel.staging, slabRows * columns);
    for (let row = 0; row < rows; row += slabRows) {
      const count = Math.min(slabRows, rows - row);
      staged.set(data.subarray(row * columns, (row + count) * columns));
      this.kernel.binStagedRows(row, count);
    }
  }

  private chooseColumns(round: number): void {
    const wanted = treeColumnsOf(this.params, this.columns);
    const features = new Int32Array(this.memory.buffer, this.kernel.treeFeatures.value >>> 0, wanted);
    const random = randomSource(this.params.seed, round);
    const order = Uint16Array.from({ length: this.columns }, (_, column) => column);
    for (let i = 0; i < wanted; i++) {
      const pick = i + Math.floor(random() * (this.columns - i));
      [order[i], order[pick]] = [order[pick], order[i]];
    }
    features.set(order.subarray(0, wanted).sort());
  }
}
