// What synthetic customers cost: `npm run bench`.
import { randomNormal } from 'd3-random';
import { startTable } from '../../../tools/bench/print-table.mjs';
import { synthesizeBlocks, synthesizeColumns, synthesizeTransactions } from '../dist/index.js';

const million = 1_000_000;

function median(work, times = 5) {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1] / 1000;
}

const print = startTable('what', 'seconds', 'note');
const say = (what, seconds, note = '') => print(what, seconds.toFixed(2), note);

const telco = median(() => synthesizeColumns({ customers: million }));
say('1,000,000 telco customers into typed columns', telco, 'bar 1.5');

const normal = randomNormal();
const alone = median(() => {
  const columns = Array.from({ length: 20 }, () => new Float64Array(million));
  for (let i = 0; i < million; i++) for (const column of columns) column[i] = normal();
});
say(
  "as many cells of d3-random's normals, unrelated",
  alone,
  `ours takes ${(telco / alone).toFixed(2)} of it`,
);

const full = median(
  () => synthesizeColumns({ customers: million, truth: true, experiment: { assignment: 'confounded' } }),
  3,
);
say('the customers with truth and a confounded campaign', full);

let peak = 0;
const blocks = median(() => {
  for (const { rows } of synthesizeBlocks({ customers: 10 * million }))
    if (rows > 0) peak = Math.max(peak, process.memoryUsage.rss());
}, 1);
say('10,000,000 telco customers, block by block', blocks, `${Math.round(peak / 1e6)} MB at most`);

const purchases = median(() => synthesizeTransactions({ customers: 100_000 }), 3);
say('purchases of 100,000 customers over 78 weeks', purchases);
