// What a job on Spark takes for any number of customers, from what was measured of a million:
//   node bench/spark-plan.mjs --customers 1000000000 --cores 256 --rate 60000 --shuffle 12 --spool 180 --node 200 --price 0.05
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';

/** A JVM of a task beside Node and Python: what spark.executor.memory gives a core. */
const jvmMegabytes = 1024;

/**
 * @param {object} measured `rate`: customers a second of one core, all stages; `shuffle`, `spool`: bytes a customer, shuffled and
 *   kept on executors' disks; `node`: peak MB of the engine and Python of one task.
 * @param {object} wanted `customers`; `cores` of the cluster; `price` of a core's hour, in money.
 */
export function planOf({ rate, shuffle, spool, node }, { customers, cores, price }) {
  const seconds = customers / (rate * cores);
  const gigabytes = (bytes) => (customers * bytes) / 1e9;
  return {
    cores,
    hours: seconds / 3600,
    coreHours: (seconds * cores) / 3600,
    money: ((seconds * cores) / 3600) * price,
    shuffle: gigabytes(shuffle),
    spool: gigabytes(spool),
    memory: (cores * (jvmMegabytes + node)) / 1024,
    partitions: Math.max(cores, Math.ceil(customers / 1_000_000)),
  };
}

/** Prints the plan for clusters of several sizes. */
export function printPlans(measured, { customers, cores, price }) {
  const print = startTable(
    'cores',
    'hours',
    'core hours',
    `cost, at ${price} a core hour`,
    'shuffled, GB',
    'on disks, GB',
    'memory, GB',
    'partitions',
  );
  for (const count of cores) {
    const plan = planOf(measured, { customers, cores: count, price });
    const small = [plan.hours, plan.coreHours, plan.money].map((number) => number.toFixed(2));
    const large = [plan.shuffle, plan.spool, plan.memory, plan.partitions].map(Math.round);
    print(count, ...small, ...large);
  }
}

if (process.argv[1] === import.meta.filename) {
  const text = (fallback) => ({ type: 'string', default: fallback });
  const { values } = parseArgs({
    options: {
      customers: text('1000000000'),
      cores: text('64,256,1024'),
      rate: { type: 'string' },
      shuffle: { type: 'string' },
      spool: { type: 'string' },
      node: { type: 'string' },
      price: text('0.05'),
    },
  });
  const { cores, ...rest } = values;
  const numbers = Object.fromEntries(Object.entries(rest).map(([name, number]) => [name, Number(number)]));
  printPlans(numbers, { ...numbers, cores: cores.split(',').map(Number) });
}
