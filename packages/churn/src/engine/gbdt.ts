import type { FeatureMatrix } from '@clv/contracts';
import { quantileMatrix, trainGbdt } from '@clv/gbdt';
import type { TreeEngine, TreeParams } from './tree-engine.js';

const cautious: Required<TreeParams> = {
  rounds: 250,
  eta: 0.1,
  maxDepth: 3,
  minChildWeight: 10,
  lambda: 1,
  subsample: 1,
  colsampleBytree: 0.4,
  earlyStoppingRounds: 20,
};

/** From this many rows on, noise is no longer the limit: fewer, larger steps do as well, and deeper trees better. */
const many = 50_000;

/** Small trees over fewer values than these are grown sooner alone than threads can agree, above all on a busy machine. */
const worthThreads = 2_000_000;

/** With more customers, a sample of this many determines the bins of each column, once for all fits; labels are not used. */
const enoughToCut = 200_000;

/** With the missing values' bin a code is a byte. */
const bins = 255;

/** Trees by @clv/gbdt: quick, the same on every machine, for any number of rows. */
export const gbdtEngine: TreeEngine = {
  defaults: (rows) => (rows < many ? cautious : { ...cautious, rounds: 60, eta: 0.3, maxDepth: 4 }),

  async makeReady(customers) {
    if (customers.matrix.rows <= enoughToCut) return customers;
    const x = withoutEmptyColumns(customers.matrix);
    return { ...customers, quantiles: await quantileMatrix(x, { maxBin: bins, sample: enoughToCut }) };
  },

  async grow(
    { matrix, labels, rows, quantiles },
    { earlyStoppingRounds, ...params },
    { seed, signal, watchers },
  ) {
    const validation = watchers && { x: watchers.matrix, y: watchers.labels };
    const stopping = validation && earlyStoppingRounds > 0 && { earlyStoppingRounds };
    const values = (rows?.length ?? matrix.rows) * matrix.columns;
    const trees = await trainGbdt(
      quantiles ?? withoutEmptyColumns(matrix),
      labels,
      { ...params, ...stopping, seed },
      { rows, signal, validation, threads: values < worthThreads ? 1 : undefined },
    );
    return { trees, warnings: [] };
  },
};

/** A column may be blank in every row of a fold; zeros instead leave nothing to split on. */
function withoutEmptyColumns(matrix: FeatureMatrix): FeatureMatrix {
  const { data, rows, columns } = matrix;
  const isEmpty = (column: number) => {
    for (let row = 0; row < rows; row++) if (!Number.isNaN(data[row * columns + column])) return false;
    return true;
  };
  const empty = Array.from({ length: columns }, (_, column) => column).filter(isEmpty);
  if (empty.length === 0) return matrix;
  const filled = data.slice();
  for (let row = 0; row < rows; row++) for (const column of empty) filled[row * columns + column] = 0;
  return { ...matrix, data: filled };
}
