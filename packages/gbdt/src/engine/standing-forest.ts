import type { SomeRows } from '../input/some-rows.js';
import type { GbdtModel } from '../model.js';
import { plantForest } from './forest.js';
import { loadKernel } from './kernel.js';
import { layLookup } from './lookup.js';
import { leaveMemory } from './spare-memory.js';
import { stageRows } from './stage-rows.js';
import { callWorkers } from './workers.js';

/** The kernel reads and writes past the end of the rows, up to what it takes in a pass. */
const SPARE_ROWS = 64;

/** A model laid out in a kernel of its own, where it can stay for as long as there are rows to come. */
export interface StandingForest {
  /** Adds all trees to the margins of rows, one each. */
  addTo(margins: Float32Array, some: SomeRows): void;
  /** Sends the workers home, and leaves the memory to the next kernel. */
  clear(): void;
}

/** @param rows how many are worked on at a time; see `slabRows`. */
export async function standForest(model: GbdtModel, rows: number, threads: number): Promise<StandingForest> {
  const { columns } = model;
  const { module, memory, kernel } = await loadKernel(threads > 1);
  const scratch = kernel.predictScratch(columns, threads);
  plantForest(kernel, memory, model, { rows: rows + SPARE_ROWS, outputs: 1 }, () => scratch);
  layLookup(kernel, memory, model);
  kernel.beginPredicting();
  const workersHome = threads > 1 ? callWorkers(threads - 1, { module, memory }) : undefined;
  const staged = new Float32Array(memory.buffer, kernel.forestRows() >>> 0, rows * columns);
  const output = new Float32Array(memory.buffer, kernel.forestOutput() >>> 0, rows);
  return {
    addTo(margins, some) {
      for (let first = 0; first < margins.length; first += rows) {
        const count = Math.min(rows, margins.length - first);
        stageRows(some, first, count, staged);
        output.set(margins.subarray(first, first + count));
        kernel.predictStagedRows(count);
        margins.set(output.subarray(0, count), first);
      }
    },
    clear() {
      kernel.dismiss();
      leaveMemory(memory, workersHome);
    },
  };
}
