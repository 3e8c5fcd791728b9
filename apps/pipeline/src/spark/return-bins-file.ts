import { type ReturnBins, emptyBins } from '@clv/prescribe';
import type { RecordBatch } from 'apache-arrow';

import { BatchReader } from '../stream/read-batch.js';
import { BatchWriter, namedColumns } from '../stream/write-batches.js';

/** No count of a bin goes beyond; whoever asks only wants to know whether there are many. */
const mostCounted = 2 ** 31 - 1;

/** The bins that hold anything, as an Arrow stream: `bin`, `cost`, `gain`, `count`. */
export function returnsBytes({ cost, gain, count }: ReturnBins): Uint8Array {
  const filled = Int32Array.from(count.keys()).filter((bin) => count[bin] > 0);
  const numbers = (all: ArrayLike<number>) => Float64Array.from(filled, (bin) => all[bin]);
  const columns = { bin: filled, cost: numbers(cost), gain: numbers(gain), count: numbers(count) };
  const writer = new BatchWriter();
  return Buffer.concat([writer.bytes(namedColumns(columns), filled.length), writer.end()]);
}

/** The bins of such batches; those of the same number add up. */
export async function readReturns(batches: AsyncIterable<RecordBatch>): Promise<ReturnBins> {
  const bins = emptyBins();
  const reader = new BatchReader();
  for await (const batch of batches) {
    const { bin, cost, gain, count } = reader.read(batch, ['bin', 'cost', 'gain', 'count']);
    for (let i = 0; i < batch.numRows; i++) {
      const at = bin[i] as number;
      bins.cost[at] += cost[i] as number;
      bins.gain[at] += gain[i] as number;
      bins.count[at] = Math.min(mostCounted, bins.count[at] + (count[i] as number));
    }
  }
  return bins;
}
