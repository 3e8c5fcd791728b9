/**
 * What fitting costs and how good the optimum is, beside scikit-learn's KMeans on the same bytes and ml-kmeans alone.
 * Ours is the whole of fitSegments: reading, scaling, clustering, silhouette; the peers only cluster what is scaled.
 *
 * CLV_PEERS names the folder of sklearn_kmeans.py (default ../shared/peers from the project's root), CLV_PYTHON a Python
 * with scikit-learn (default /usr/bin/python3), CLV_DATA the folder of telco_ibm.csv (default ../shared/data).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitSegments } from '@clv/segment';
import { synthesize } from '@clv/synth';
import { loadCSV } from 'arquero';
import { kmeans } from 'ml-kmeans';
import { startTable } from '../../../tools/bench/print-table.mjs';
import { plantGroups } from '../test/planted-groups.mjs';

const k = 4;
const runs = 3;
const shared = join(import.meta.dirname, '../../../../shared');
const peer = join(process.env.CLV_PEERS ?? join(shared, 'peers'), 'sklearn_kmeans.py');
const python = process.env.CLV_PYTHON ?? '/usr/bin/python3';
const telco = join(process.env.CLV_DATA ?? join(shared, 'data'), 'telco_ibm.csv');
const folder = mkdtempSync(join(tmpdir(), 'clv-segment-'));

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

function timed(work) {
  const start = performance.now();
  const result = work();
  return { seconds: (performance.now() - start) / 1000, result };
}

/** The columns side by side, with mean 0 and deviation 1, as the scale `standard` has them. */
function standardised(columns) {
  const rows = columns[0].length;
  const values = new Float64Array(rows * columns.length);
  for (const [j, column] of columns.entries()) {
    const numbers = Float64Array.from(column, Number);
    const mean = numbers.reduce((sum, it) => sum + it, 0) / rows;
    const deviation = Math.sqrt(numbers.reduce((sum, it) => sum + (it - mean) ** 2, 0) / rows);
    for (let i = 0; i < rows; i++) values[i * columns.length + j] = (numbers[i] - mean) / deviation;
  }
  return values;
}

function scikitLearn(columns, restarts) {
  if (!existsSync(peer) || !existsSync(python)) return undefined;
  const file = join(folder, 'points.bin');
  writeFileSync(file, standardised(columns));
  const args = [peer, file, columns[0].length, columns.length, k, restarts].map(String);
  return JSON.parse(execFileSync(python, args, { encoding: 'utf8' }));
}

const print = startTable(
  'data',
  'rows x features',
  'starts',
  'ours, s',
  'scikit-learn, s',
  'times as fast',
  'inertia, ours / theirs',
);

function compare(what, table, features, restarts) {
  const fits = Array.from({ length: runs }, () => timed(() => fitSegments(table, { features, restarts })));
  const seconds = median(fits.map((fit) => fit.seconds));
  const { inertia } = fits[0].result;
  const columns = features.map((name) => (table.array ? table.array(name) : table[name]));
  const theirs = scikitLearn(columns, restarts);
  print(
    what,
    `${columns[0].length.toLocaleString('en-US')} x ${features.length}`,
    restarts,
    seconds.toFixed(3),
    theirs ? theirs.fit_s.toFixed(3) : '',
    theirs ? (theirs.fit_s / seconds).toFixed(2) : '',
    theirs ? (inertia / theirs.inertia).toFixed(6) : '',
  );
}

/** As the planted groups, by typed arrays. */
function plantedTable(rows) {
  const { table, features } = plantGroups(rows, 3, 1);
  const columns = features.map((name) => [name, Float64Array.from(table[name])]);
  return { table: Object.fromEntries(columns), features };
}

try {
  const million = plantedTable(1_000_000);
  compare('planted groups', million.table, million.features, 1);
  compare('planted groups', million.table, million.features, 10);

  const synthetic = ['tenure_months', 'monthly_charges', 'support_calls'];
  const crowd = synthesize({ customers: 1_000_000 });
  compare('synthetic customers', crowd, synthetic, 1);
  compare('synthetic customers', crowd, synthetic, 10);
  compare('synthetic customers', synthesize({ customers: 10_000 }), synthetic, 10);

  if (existsSync(telco)) compare('Telco', await loadCSV(telco), ['tenure', 'MonthlyCharges'], 10);

  console.log();
  const ratios = Array.from({ length: 20 }, (_, seed) => {
    const { table, features } = plantGroups(1000, 3, seed);
    const theirs = scikitLearn(
      features.map((name) => table[name]),
      10,
    );
    return theirs ? fitSegments(table, { features }).inertia / theirs.inertia : NaN;
  });
  const worst = Number.isNaN(ratios[0]) ? 'scikit-learn is not there' : Math.max(...ratios).toFixed(6);
  console.log(`planted groups, 1,000 x 3, 10 starts, 20 seeds: worst ratio of inertia ${worst}`);

  const values = standardised(million.features.map((name) => million.table[name]));
  const rows = Array.from({ length: values.length / 3 }, (_, i) =>
    Array.from(values.subarray(3 * i, 3 * i + 3)),
  );
  const { seconds } = timed(() => kmeans(rows, k, { seed: 42 }));
  console.log(`ml-kmeans alone, planted groups, 1,000,000 x 3, 1 start: ${seconds.toFixed(1)} s`);
  const part = rows.slice(0, 10_000);
  const start = timed(() => kmeans(part, k, { seed: 42, initialization: 'kmeans++', maxIterations: 1 }));
  console.log(`a start by ml-kmeans, of 10,000 x 3: ${(1000 * start.seconds).toFixed(0)} ms`);
} finally {
  rmSync(folder, { recursive: true });
}
