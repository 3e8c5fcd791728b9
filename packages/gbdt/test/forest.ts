import { trainGbdt, type FeatureMatrix } from '../src/index.js';
import { sampleTable } from './table.js';

/** Trees of up to eight levels, the table that they were grown from, and some of its rows. */
export async function sampleForest() {
  const { x, y } = sampleTable(9_001, 7);
  const model = await trainGbdt(x, y, { rounds: 25, maxDepth: 8, minChildWeight: 0.1 });
  const rowsOf = (first: number, rows: number): FeatureMatrix => ({
    data: x.data.subarray(first * 7, (first + rows) * 7),
    rows,
    columns: 7,
  });
  return { x, y, model, rowsOf };
}
