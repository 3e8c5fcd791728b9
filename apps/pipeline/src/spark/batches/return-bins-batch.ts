import { type ReturnBins, addSums, emptyBins } from '@clv/prescribe';
import type { RecordBatch } from 'apache-arrow';

import { BatchReader } from '../../stream/read-batch.js';
import { BatchWriter, namedColumns } from '../../stream/write-batches.js';

/** The bins that hold anything, as an Arrow stream: `bin`, `cost`, `gain`, `count`. */
export function returnsBytes({ cost, gain, count, lost }: ReturnBins): Uint8Array {
  const filled = Int32Array.from(count.keys()).filter((bin) => count[bin] > 0);
  const columns = {
    bin: filled,
    cost: Float64Array.from(filled, (bin) => cost[bin] + lost.cost[bin]),
    gain: Float64Array.from(filled, (bin) => gain[bin] + lost.gain[bin]),
    count: Float64Array.from(filled, (bin) => count[bin]),
  };
  const writer = new BatchWriter();
  return Buffer.concat([writer.bytes(namedColumns(columns), filled.length), writer.end()]);
}

export const returnsColumns = ['bin', 'cost', 'gain', 'count'];

/** The bins of such batches; those of the same number add up. */
export async function readReturns(batches: AsyncIterable<RecordBatch>): Promise<ReturnBins> {
  const bins = emptyBins();
  const reader = new BatchReader();
  for await (const batch of batches) {
    const { bin, cost, gain, count } = reader.read(batch, returnsColumns) as Record<string, Float64Array>;
    for (let i = 0; i < batch.numRows; i++)
      addSums(bins, bin[i], { cost: cost[i], gain: gain[i], count: count[i] });
  }
  return bins;
}
