// Plays the world: every customer stays or leaves by lot, with their true chance under what they got.
//     node play.mjs TRUTH.csv RUN_FOLDER OUTCOMES.csv
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [truthFile, run, outcomesFile] = process.argv.slice(2);

/** A CSV without quotes, as rows by column. */
function readCsv(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, c) => [names[c], cell])));
}

/** Numbers in [0, 1) that are the same each time (mulberry32). */
function lots(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const truth = new Map(readCsv(truthFile).map((customer) => [customer.customer_id, customer]));
const next = lots(7);
const outcomes = readCsv(join(run, 'retention_results.csv')).map(({ customer_id, recommended_incentive }) => {
  const chance = Number(truth.get(customer_id)[`true_p_stay_${recommended_incentive}`]);
  return `${customer_id},${next() < chance ? 1 : 0}`;
});
writeFileSync(outcomesFile, ['customer_id,outcome', ...outcomes, ''].join('\n'));
