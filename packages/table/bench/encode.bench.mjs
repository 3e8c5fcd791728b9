/**
 * What encoding costs: 1M rows of 20 columns, 8 of them categorical, once with typed numbers and once with numbers as
 * text, as a CSV file gives them. No peer on npm turns a table into a feature matrix, so the bar is a fixed one.
 */
import { defineSchema, encodeFeatures } from '@clv/table';

import { startTable } from '../../../tools/bench/print-table.mjs';

const rows = 1_000_000;
const levelCounts = [2, 3, 3, 4, 5, 6, 10, 30];
const numberColumns = 12;
const runs = 5;

const scrambled = (i, column) => Math.imul(i + 1, 2654435761 + 2 * column) >>> 0;
const amount = (i, column) => (scrambled(i, column) % 100_000) / 100;

function buildTable(asText) {
  const columns = {};
  levelCounts.forEach((levels, column) => {
    columns[`category_${column}`] = Array.from(
      { length: rows },
      (_, i) => `level ${scrambled(i, column) % levels}`,
    );
  });
  for (let column = 0; column < numberColumns; column++) {
    columns[`number_${column}`] = asText
      ? Array.from({ length: rows }, (_, i) => String(amount(i, column)))
      : Float64Array.from({ length: rows }, (_, i) => amount(i, column));
  }
  return columns;
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1].toFixed(0);

/** Milliseconds by the clock, and of the processor, which neighbours on a busy machine do not lengthen. */
function timed(work) {
  const [start, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - start, cpu: (user + system) / 1000 };
}

function bytesHeld() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The most memory that was held above the table's own, looked at whenever a column is read and at the end. */
function peakMemory(table, work) {
  const watched = {};
  let peak = 0;
  const look = () => (peak = Math.max(peak, bytesHeld()));
  for (const [name, cells] of Object.entries(table)) {
    Object.defineProperty(watched, name, { enumerable: true, get: () => (look(), cells) });
  }
  // The first looks for what is garbage, the second waits until its memory is given back.
  for (let pass = 0; pass < 2; pass++) globalThis.gc();
  const before = bytesHeld();
  const result = work(watched);
  look();
  return { result, bytes: peak - before };
}

console.log(
  `${rows.toLocaleString('en-US')} rows of 20 columns, medians of ${runs}; bars: 2000 ms, memory 2.00 times the output\n`,
);
const print = startTable('numbers', 'features', 'ms', 'ms of processor', 'peak memory, times the output');
for (const asText of [false, true]) {
  const table = buildTable(asText);
  const schema = defineSchema({});
  const times = Array.from({ length: runs }, () => timed(() => encodeFeatures(table, schema)));
  const { result, bytes } = peakMemory(table, (watched) => encodeFeatures(watched, schema));
  const { data, columns } = result.matrix;
  print(
    asText ? 'as text' : 'typed',
    columns,
    median(times.map(({ clock }) => clock)),
    median(times.map(({ cpu }) => cpu)),
    (bytes / data.byteLength).toFixed(2),
  );
}
